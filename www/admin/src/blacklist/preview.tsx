// What the entry in the form would have matched among the newest orders, before it is saved.
import { useEffect, useState } from "preact/hooks";
import { call } from "../api";
import { OrderFlag } from "../orders/row";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { href } from "../route";
import { t } from "../text";
import type { State } from "../types";
import { missing, toEntry, type Form } from "./fields";

const WAIT_MS = 400;
type Found = { checked: number; matched: number; free: number; orders: { id: string; number: string | null; state: State; placed_at: string | null; name: string | null }[] };

export function Preview({ form }: { form: Form }) {
  const { fields, effect, points } = toEntry({ ...form, expiry: "12" }, 0);
  const asked = JSON.stringify({ fields, effect, points });
  const isWhole = Object.keys(missing({ ...form, reason: "x" })).length === 0;
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    setFound(null);
    if (!isWhole) return;
    const ask = new AbortController();
    // While somebody types an entry is often refused; the form says why when it is sent.
    const timer = setTimeout(() => call<Found>("POST", "/v1/entries/preview", JSON.parse(asked), ask.signal).then(setFound, () => {}), WAIT_MS);
    return () => {
      clearTimeout(timer);
      ask.abort();
    };
  }, [asked, isWhole]);
  return (
    <div class="preview" role="status">
      {found ? (
        <>
          <p><strong>{t("preview-found", { n: found.matched, checked: found.checked })}</strong> {found.free > 0 && t("preview-free", { n: found.free })}</p>
          <ul>
            {found.orders.map((order) => (
              <li>
                <OrderFlag order={{ state: order.state, held: order.state === "held", marked: false, not_checked: null }} />
                <a href={href({ view: "order", id: order.id })} target="_blank" rel="noreferrer"><Isolate text={order.number || order.id} /></a>{" "}
                <Isolate text={order.name} /> {order.placed_at && <span class="quiet"><Time at={order.placed_at} /></span>}
              </li>
            ))}
            {found.matched > found.orders.length && <li class="quiet">{t("preview-more", { n: found.matched - found.orders.length })}</li>}
          </ul>
        </>
      ) : <p class="quiet">{t(isWhole ? "preview-looking" : "preview-wait")}</p>}
    </div>
  );
}
