// One customer of the list, at their newest order.
import { Select } from "../bulk/bulk";
import { count, country, said } from "../format";
import { StateChip } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { opens } from "../parts/opens";
import { Skeleton } from "../parts/skeleton";
import { Time } from "../parts/time";
import { href } from "../route";
import { t } from "../text";
import type { Person } from "../types";
import { customers } from "./store";

/** Each column with its word. */
export const COLUMNS = [["buyer", "column-buyer"], ["phone", "field-phone"], ["city", "column-city"], ["orders", "chart-orders"], ["last", "customers-last"]] as const;

export const nameOf = ({ name, email, phone }: Person): string => name || email || phone || t("customer-nameless");

export function CustomerRow({ row }: { row: Person }) {
  const target = { view: "customer", id: row.key } as const;
  const chosen = customers.chosen.value.has(row.key);
  return (
    <tr {...opens(target)} data-current={customers.current.value === row.key ? "true" : undefined} data-chosen={chosen ? "true" : undefined}>
      <td class="rows-check"><Select label={t("select", { name: said(nameOf(row)) })} checked={chosen} onChange={(through) => customers.toggle(row.key, through)} /></td>
      <td class="customers-buyer">
        <a href={href(target)} data-row={row.key} onFocus={() => (customers.current.value = row.key)}><Isolate text={nameOf(row)} /></a>
        {row.name && <span class="rows-two quiet cut"><Isolate text={row.email} /></span>}
      </td>
      <td class="customers-phone cut"><Isolate text={row.phone} /></td>
      <td class="customers-city cut" title={row.country ? country(row.country) : undefined}>
        <Isolate text={row.city} /> {row.country && <span class="quiet"><Isolate text={row.country} /></span>}
      </td>
      <td class="customers-orders number">{count(row.orders)}<span class="customers-unit"> {t("customers-unit", { n: row.orders })}</span></td>
      <td class="customers-last"><Time at={row.last_order.at} /> <StateChip state={row.last_order.state} /></td>
    </tr>
  );
}

export const CustomersSkeleton = () => <Skeleton rows={10} columns={["rows-check", ...COLUMNS.map(([name]) => `customers-${name}`)]} />;
