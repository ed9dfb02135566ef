// One order of the list. The whole row opens it; the link at the number is what the keyboard and screen readers use.
import { Select } from "../bulk/bulk";
import { country, money, plain, platformName, said } from "../format";
import { StateChip } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { Points } from "../parts/points";
import { Time } from "../parts/time";
import { opens } from "../parts/opens";
import { href } from "../route";
import { t } from "../text";
import type { OrderRow } from "../types";
import { orders } from "./store";

type Flagged = Pick<OrderRow, "state" | "held" | "marked" | "not_checked">;

/** The icon at the number: held before not checked before marked. */
export function OrderFlag({ order }: { order: Flagged }) {
  if (order.held) return <Icon name="held" label={t("flag-held")} />;
  if (order.state === "not_checked" || order.not_checked !== null) return <Icon name="not_checked" label={t("flag-not_checked")} />;
  if (order.marked) return <Icon name="marked" label={t("flag-marked")} />;
  return null;
}

/** What an order is called in a sentence. */
export const nameOf = ({ number, id }: OrderRow): string => number || id;

export function OrderRowView({ row }: { row: OrderRow }) {
  const target = { view: "order", id: row.id } as const;
  const chosen = orders.chosen.value.has(row.id);
  return (
    <tr {...opens(target)} data-current={orders.current.value === row.id ? "true" : undefined} data-chosen={chosen ? "true" : undefined}>
      <td class="rows-check"><Select label={t("select", { name: said(nameOf(row)) })} checked={chosen} onChange={(through) => orders.toggle(row.id, through)} /></td>
      <td class="orders-number">
        <span class="orders-flag"><OrderFlag order={row} /></span>
        <a class="cut" href={href(target)} data-row={row.id} onFocus={() => (orders.current.value = row.id)}>
          <Isolate text={nameOf(row)} />
        </a>
      </td>
      <td class="orders-buyer cut" title={plain(row.name ?? row.not_checked ?? "")}>{row.name ? <Isolate text={row.name} /> : <span class="quiet"><Isolate text={row.not_checked} /></span>}</td>
      <td class="orders-city cut" title={row.country ? country(row.country) : undefined}>
        <Isolate text={row.city} />
        {row.country && <span class="orders-country quiet"><Isolate text={row.country} /></span>}
      </td>
      <td class="orders-placed"><Time at={row.placed_at ?? row.received_at} /></td>
      <td class="orders-total number nowrap">{money(row.total, row.currency)}</td>
      <td class="orders-points"><Points score={row.score} minimum={row.minimum} /></td>
      <td class="orders-state"><StateChip state={row.state} /></td>
      <td class="orders-platform quiet cut">{platformName(row.platform)}</td>
    </tr>
  );
}

const WIDTHS = [3, 6, 4, 5, 3, 6, 5, 4, 6, 3, 5, 4];

/** Rows of the height of real ones, so that nothing moves when the orders arrive. */
export function SkeletonRows() {
  return (
    <>
      {WIDTHS.map((width) => (
        <tr class="skeleton" aria-hidden="true">
          <td class="rows-check" />
          {["number", "buyer", "city", "placed", "total", "points", "state", "platform"].map((name) => (
            <td class={`orders-${name}`}><span class={`bone bone-${name === "buyer" ? width : 3}`} /></td>
          ))}
        </tr>
      ))}
    </>
  );
}
