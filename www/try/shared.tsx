// Identities that several orders share.
import { useState } from "preact/hooks";
import { Icon } from "../admin/src/parts/icon";
import { ask } from "./engine";
import { count, fieldName, many, moment, money } from "./format";
import { Said } from "./parts";
import { tried } from "./state";
import type { Group, Row } from "./types";

const PAGE = 50;

export function Shared() {
  const all = tried.value?.summary.repeated ?? [];
  const [field, setField] = useState(all.find((repeated) => repeated.field === "phone")?.field ?? all[0]?.field ?? "");
  const chosen = all.find((repeated) => repeated.field === field);
  if (!chosen) return <p class="nothing quiet">No two orders share an e-mail address, phone, IP address or address.</p>;
  return (
    <>
      <div class="kinds" role="group" aria-label="What is shared">
        {all.map((repeated) => (
          <button key={repeated.field} type="button" class="kind" aria-pressed={repeated.field === field} onClick={() => setField(repeated.field)}>
            {fieldName(repeated.field)} <span class="quiet">{count(repeated.groups)}</span>
          </button>
        ))}
      </div>
      <p class="table-note quiet">
        {many(chosen.groups, "value")} shared by {many(chosen.orders, "order")}. First those with most parcels not taken, then those that most buyers share.
      </p>
      <Groups key={field} groups={chosen.top} />
      {chosen.groups > chosen.top.length && <p class="table-note quiet">The first {count(chosen.top.length)} are listed.</p>}
    </>
  );
}

function Groups({ groups }: { groups: Group[] }) {
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <table class="table shared">
        <thead>
          <tr><th scope="col">Shared value</th><th scope="col" class="number">Orders</th><th scope="col" class="number">Buyers</th><th scope="col" class="number">Not taken</th></tr>
        </thead>
        <tbody>
          {groups.slice(0, shown).map((group, at) => (
            <>
              <tr key={at}>
                <th scope="row">
                  <button type="button" class="opener" aria-expanded={open === at} onClick={() => setOpen(open === at ? null : at)}>
                    <Icon name="chevron" /><Said text={group.value || "–"} />
                  </button>
                </th>
                <td class="number" data-label="orders">{count(group.orders)}</td>
                <td class="number" data-label="buyers">{count(group.buyers)}</td>
                <td class="number" data-label="not taken">{group.unclaimed > 0 ? <b class="points-held">{count(group.unclaimed)}</b> : "0"}</td>
              </tr>
              {open === at && <tr class="detail"><td colSpan={4}><Orders group={group} /></td></tr>}
            </>
          ))}
        </tbody>
      </table>
      {groups.length > shown && (
        <div class="more"><button type="button" class="button button-plain" onClick={() => setShown(shown + PAGE)}>Show more</button></div>
      )}
    </>
  );
}

function Orders({ group }: { group: Group }) {
  const [rows, setRows] = useState<Row[] | null>(null);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    setAsked(true);
    void ask<Row[]>({ ask: "rows", indices: group.rows }).then(setRows);
  }
  const decimals = tried.value?.summary.decimals ?? {};
  return (
    <ul class="group-orders" aria-busy={!rows}>
      {rows?.map((row) => (
        <li key={row.index}>
          <b><Said text={row.number} /></b>
          <span class="nowrap quiet">{moment(row.at)}</span>
          <span><Said text={row.name} /> <Said text={row.email} class="quiet" /></span>
          <span class="nowrap">{money(row.minor, row.currency, decimals[row.currency] ?? 2)}</span>
          <Said text={row.status} class="quiet" />
        </li>
      ))}
      {group.orders > group.rows.length && <li class="quiet">and {count(group.orders - group.rows.length)} earlier ones</li>}
    </ul>
  );
}
