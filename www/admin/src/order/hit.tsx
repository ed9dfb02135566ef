import { fieldName } from "../format";
import { Isolate } from "../parts/isolate";
import { t } from "../text";
import "./hit.css";

/** A value of the order; marked, also for those who do not see colours, when an entry matched it. */
export function Hit({ text, field, on }: { text: string | null | undefined; field: string; on: boolean }) {
  if (!text) return null;
  if (!on) return <Isolate text={text} />;
  return (
    <mark class="hit" title={t("hit-title", { field: fieldName(field) })}>
      <Isolate text={text} />
      <span class="hidden"> {t("hit-spoken")}</span>
    </mark>
  );
}
