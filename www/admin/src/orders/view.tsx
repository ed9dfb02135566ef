// Orders: every order of the shop. Filters are in the fragment; j, k and Enter walk it, x selects for what is done to many.
import { useEffect, useRef, useState } from "preact/hooks";
import { Bulk, SelectAll, type BulkAction } from "../bulk/bulk";
import { count, said } from "../format";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { go, href, type RouteOf } from "../route";
import { session } from "../session";
import { t } from "../text";
import type { OrderRow } from "../types";
import { useWalk } from "../walk";
import { ExportDialog } from "./export";
import { isPlain, listOf, narrowed, ORDER_FILTERS, tabOf } from "./filter";
import { FindNumber, Panel } from "./filters";
import "./orders.css";
import { nameOf, OrderRowView, SkeletonRows } from "./row";
import { orders } from "./store";

const ACTIONS: readonly BulkAction[] = [
  { name: "recheck" }, { name: "add_to_blacklist", key: "b" }, { name: "hold", key: "h" }, { name: "export", key: "e" },
];

export function OrdersView({ route }: { route: RouteOf<"orders"> }) {
  const tab = tabOf(route);
  const narrow = narrowed(route);
  const [open, setOpen] = useState(narrow > 0);
  useEffect(() => {
    if (narrow > 0) setOpen(true); // arrived by an address that narrows the list
  }, [narrow > 0]);
  const [exported, exportRows] = useState<OrderRow[] | "all" | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => void orders.load(route), [href(route)]);
  const { box, step } = useWalk(orders.current, () => void orders.more());
  const refresh = (): void => void orders.load(route, true);
  const rows = orders.rows.value;
  const openOrder = (): void => {
    const id = orders.current.value ?? rows[0]?.id;
    if (id) go({ view: "order", id });
  };
  useKeys({ j: () => step(1), k: () => step(-1), r: refresh, "/": () => search.current?.focus(), f: () => setOpen(!open) });

  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("orders-title")}</h1>
        <div class="view-tools">
          <span class="orders-walk">
            <Button icon="up" label={t("orders-previous")} shortcut="k" disabled={rows.length === 0} onClick={() => step(-1)} />
            <Button icon="down" label={t("orders-next")} shortcut="j" disabled={rows.length === 0} onClick={() => step(1)} />
            <Button shortcut="Enter" disabled={rows.length === 0} onClick={openOrder}>{t("orders-open")}</Button>
          </span>
          <FindNumber route={route} box={search} />
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={orders.busy.value === "refresh"} onClick={refresh} />
        </div>
      </div>
      <div class="orders-tabs">
        <nav class="tabs" aria-label={t("orders-filters")}>
          {ORDER_FILTERS.map((name) => (
            <a href={href(listOf(name, route))} aria-current={name === tab ? "true" : undefined}>{t(`filter-${name}`)}</a>
          ))}
        </nav>
        <span>
          <Button onClick={() => exportRows("all")}>{t("bulk-export")}</Button>
          <Button shortcut="f" expanded={open} controls="orders-panel" onClick={() => setOpen(!open)}>{t("orders-more", { n: narrow })}</Button>
        </span>
      </div>
      {open && <Panel route={route} />}
      {route.number && (
        <p class="one-entry">
          <span>{t("orders-number", { number: said(route.number) })}</span>
          <a href={href({ view: "orders" })}>{t("empty-show-all")}</a>
        </p>
      )}
      {session.value?.shop.minimum_points === null && <p class="notice">{t("no-minimum")}</p>}
      <Listing list={orders} route={route} empty={<NoOrders route={route} />} shown={(n) => t("orders-shown", { n, count: count(n) })}>
        {(rows, loading) => (
          <table class="orders" ref={box} aria-busy={loading}>
            <caption class="hidden">{t("orders-caption", { filter: t(`filter-${tab ?? "all"}`) })}</caption>
            <thead>
              <tr>
                <th scope="col" class="rows-check"><SelectAll list={orders} /></th>
                {["number", "buyer", "city", "placed"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
                <th scope="col" class="orders-total number">{t("column-total")}</th>
                {["points", "state", "platform"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
              </tr>
            </thead>
            <tbody>{loading ? <SkeletonRows /> : rows.map((row) => <OrderRowView key={row.id} row={row} />)}</tbody>
          </table>
        )}
      </Listing>
      <Bulk of="orders" list={orders} route={route} name={nameOf} actions={ACTIONS} state={({ state }) => state} onExport={exportRows} />
      {exported && <ExportDialog route={route} rows={exported} onClose={() => exportRows(null)} />}
    </>
  );
}

/** Why nothing is listed: a tab says what it would hold, anything narrower that other orders are there. */
function NoOrders({ route }: { route: RouteOf<"orders"> }) {
  const tab = narrowed(route) === 0 ? tabOf(route) : null;
  const kind = tab ?? "none";
  return (
    <Empty icon={kind === "held" || kind === "marked" ? kind : kind === "none" ? "find" : "approved"} title={t(`empty-${kind}-title`)}>
      <p>{t(`empty-${kind}-text`)}</p>
      {!isPlain(route) && <a class="button button-plain" href={href({ view: "orders" })}>{t("empty-show-all")}</a>}
    </Empty>
  );
}
