import { Isolate } from "../parts/isolate";
import { t } from "../text";
import type { OrderDetails } from "../types";

/** Fields that only this shop knows. Their names are the shop's, not ours. */
export function Custom({ details }: { details: OrderDetails }) {
  const fields = Object.entries(details.custom ?? {});
  if (fields.length === 0) return null;
  return (
    <section class="card" aria-labelledby="custom-title">
      <div class="card-head"><h2 id="custom-title">{t("custom-title")}</h2></div>
      <dl class="facts">
        {fields.map(([name, value]) => (
          <>
            <dt><Isolate text={name} /></dt>
            <dd><Isolate text={String(value)} /></dd>
          </>
        ))}
      </dl>
    </section>
  );
}
