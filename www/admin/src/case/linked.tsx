// The other orders of the same buyer: what a person looks at before they stop a parcel.
import { money } from "../format";
import { OrderFlag } from "../orders/row";
import { StateChip } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { href } from "../route";
import { t } from "../text";
import type { OrderRow } from "../types";

const SHOWN = 10;

export function Linked({ others }: { others: OrderRow[] }) {
  return (
    <section class="card" aria-labelledby="linked-title">
      <div class="card-head">
        <h2 id="linked-title">{t("linked-title")}</h2>
        <span class="quiet">{t("linked-count", { n: others.length })}</span>
      </div>
      {others.length === 0 ? <p class="matches-none">{t("linked-none")}</p> : <OrderLines orders={others.slice(0, SHOWN)} />}
    </section>
  );
}

/** Orders in few words: number, when, how much, and what became of them. */
export function OrderLines({ orders }: { orders: OrderRow[] }) {
  return (
    <ul class="linked">
      {orders.map((row) => (
        <li>
          <span class="linked-number"><span class="orders-flag"><OrderFlag order={row} /></span><a href={href({ view: "order", id: row.id })}><Isolate text={row.number || row.id} /></a></span>
          <span class="quiet"><Time at={row.placed_at ?? row.received_at} /></span>
          <span class="nowrap number">{money(row.total, row.currency)}</span>
          <StateChip state={row.state} />
        </li>
      ))}
    </ul>
  );
}
