// Orders with their points and reasons; each opens to the whole check.
import { useState } from "preact/hooks";
import { Icon } from "../admin/src/parts/icon";
import { ask } from "./engine";
import { EFFECTS, count, fieldName, many, moment, money, signed } from "./format";
import { Said } from "./parts";
import { isHeld, minimum, tried } from "./state";
import type { Finding } from "./types";

const PAGE = 50;

export function List({ orders, empty }: { orders: Finding[]; empty: string }) {
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<number | null>(null);
  if (orders.length === 0) return <p class="nothing quiet">{empty}</p>;
  return (
    <>
      <table class="table orders">
        <thead>
          <tr>
            <th scope="col">Order</th><th scope="col">Placed</th><th scope="col">Buyer</th><th scope="col">To</th><th scope="col" class="number">Total</th>
            <th scope="col" class="number">Points</th><th scope="col">Reasons</th>
          </tr>
        </thead>
        <tbody>
          {orders.slice(0, shown).map((order) => (
            <Item key={order.index} order={order} open={open === order.index} toggle={() => setOpen(open === order.index ? null : order.index)} />
          ))}
        </tbody>
      </table>
      {orders.length > shown && (
        <div class="more">
          <button type="button" class="button button-plain" onClick={() => setShown(shown + 4 * PAGE)}>Show more</button>
          <span class="quiet">{count(shown)} of {count(orders.length)}</span>
        </div>
      )}
    </>
  );
}

function Item({ order, open, toggle }: { order: Finding; open: boolean; toggle: () => void }) {
  const decimals = tried.value?.summary.decimals[order.currency] ?? 2;
  return (
    <>
      <tr data-open={open ? "" : undefined}>
        <th scope="row" class="o-number">
          <button type="button" class="opener" aria-expanded={open} onClick={toggle}><Icon name="chevron" /><Said text={order.number} /></button>
        </th>
        <td class="o-placed nowrap">{moment(order.at)}</td>
        <td class="o-buyer"><Said text={order.name || order.email || "–"} class="cut" />{order.name && order.email && <Said text={order.email} class="cut quiet" />}</td>
        <td class="o-to"><Said text={order.to} class="cut" />{order.status && <Said text={order.status} class="cut quiet" />}</td>
        <td class="o-total number nowrap">{money(order.minor, order.currency, decimals)}</td>
        <td class="o-points number"><b class={isHeld(order, minimum.value) ? "points-held" : "points-passed"}>{count(order.score)}</b></td>
        <td class="o-why"><Reasons order={order} /></td>
      </tr>
      {open && <tr class="detail"><td colSpan={7}><Detail order={order} /></td></tr>}
    </>
  );
}

export function Reasons({ order }: { order: Finding }) {
  const sources = tried.value?.summary.sources ?? [];
  return (
    <ul class="reasons">
      {order.unclaimed && <li class="chip tone-marked">Parcel not taken</li>}
      {order.hits.map(([number]) => {
        const source = sources[number];
        if (!source) return null;
        const says = source.effect === "points" ? signed(source.points) : EFFECTS[source.effect];
        return (
          <li key={number} class={`chip ${source.source.startsWith("entry:") ? "tone-held" : "tone-quiet"}`}>
            <span class="cut"><Said text={source.reason} /></span> <b>{says}</b>
          </li>
        );
      })}
    </ul>
  );
}

interface Examined {
  order: { lines?: { product?: string; sku?: string; quantity: number; price?: string }[]; payment?: { method?: string }; customer?: { orders_count?: number } };
  facts: { velocity?: Record<string, Record<string, number | string>> };
  check: Record<string, unknown>;
}

const FACTS: [name: string, words: string][] = [["count_24h", "in 24 hours"], ["count_30d", "in 30 days"], ["unclaimed_cod", "not taken"]];

function Detail({ order }: { order: Finding }) {
  const [seen, setSeen] = useState<Examined | null>(null);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    setAsked(true);
    void ask<Examined | null>({ ask: "examine", index: order.index }).then(setSeen);
  }
  const sources = tried.value?.summary.sources ?? [];
  const velocity = Object.entries(seen?.facts.velocity ?? {});
  const lines = seen?.order.lines ?? [];
  return (
    <div class="detail-body" aria-busy={!seen}>
      <dl class="facts">
        {order.hits.map(([number, places]) => {
          const source = sources[number];
          return source && source.fields.length > 0 ? (
            <div key={number}><dt>Blacklist</dt><dd>{source.fields.map((field) => fieldName(field)).join(", ")} {source.fields.length > 1 ? "match" : "matches"}{places.length > 0 ? ` in ${places.join(", ")}` : ""}</dd></div>
          ) : null;
        })}
        {velocity.map(([field, counts]) => (
          <div key={field}>
            <dt>Same {fieldName(field).toLowerCase()}</dt>
            <dd>{FACTS.map(([name, words]) => `${counts[name] ?? 0} ${words}`).join(", ")}, before this order</dd>
          </div>
        ))}
        {seen?.order.customer?.orders_count !== undefined && <div><dt>Of this buyer</dt><dd>order {count(seen.order.customer.orders_count)} in the file</dd></div>}
        {seen?.order.payment?.method && <div><dt>Payment</dt><dd><Said text={seen.order.payment.method} /></dd></div>}
        {lines.length > 0 && (
          <div><dt>Lines</dt><dd>{lines.map((line, at) => <span key={at} class="line">{line.quantity} × <Said text={line.product ?? line.sku ?? "–"} /></span>)}</dd></div>
        )}
        <div><dt>In the file</dt><dd>line {count(order.line)}</dd></div>
      </dl>
      {seen && (
        <details class="json">
          <summary>The check as the engine writes it</summary>
          <pre tabIndex={0} aria-label="The check as JSON">{JSON.stringify(seen.check, null, 1)}</pre>
        </details>
      )}
      {order.hits.length === 0 && <p class="quiet">No rule and no entry matched this order. {many(order.score, "point")}.</p>}
    </div>
  );
}
