// Orders: the list a merchant looks at first. Filters are in the fragment; j, k and Enter walk it.
import { useEffect, useRef } from "preact/hooks";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { ProblemNote } from "../parts/problem";
import { count } from "../format";
import { go, href } from "../route";
import { session } from "../session";
import { t } from "../text";
import "./orders.css";
import { listOf, ORDER_FILTERS, type OrderFilter } from "./filter";
import { OrderRowView, SkeletonRows } from "./row";
import { loadMoreOrders, loadOrders, orders } from "./store";

export function OrdersView({ filter }: { filter: OrderFilter }) {
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => void loadOrders(filter), [filter]);
  useEffect(() => {
    const at = orders.current.peek();
    if (at) links(list.current).find((link) => link.dataset["order"] === at)?.focus();
  }, []);

  const rows = orders.filter.value === filter ? orders.rows.value : [];
  const busy = orders.filter.value === filter ? orders.busy.value : "first";
  const refresh = (): void => void loadOrders(filter, true);
  const step = (by: 1 | -1): void => {
    const all = links(list.current);
    const at = all.findIndex((link) => link.dataset["order"] === orders.current.peek());
    const to = at < 0 ? 0 : at + by;
    if (by === 1 && to === all.length - 1) void loadMoreOrders();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  const open = (): void => {
    const id = orders.current.value ?? rows[0]?.id;
    if (id) go({ view: "order", id });
  };
  useKeys({ j: () => step(1), k: () => step(-1), r: refresh });

  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("orders-title")}</h1>
        <div class="view-tools">
          <span class="orders-walk">
            <Button icon="up" label={t("orders-previous")} shortcut="k" disabled={rows.length === 0} onClick={() => step(-1)} />
            <Button icon="down" label={t("orders-next")} shortcut="j" disabled={rows.length === 0} onClick={() => step(1)} />
            <Button shortcut="Enter" disabled={rows.length === 0} onClick={open}>{t("orders-open")}</Button>
          </span>
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={busy === "refresh"} onClick={refresh} />
        </div>
      </div>
      <nav class="tabs" aria-label={t("orders-filters")}>
        {ORDER_FILTERS.map((name) => (
          <a href={href(listOf(name))} aria-current={name === filter ? "true" : undefined}>{t(`filter-${name}`)}</a>
        ))}
      </nav>
      {session.value?.shop.minimum_points === null && <p class="notice">{t("no-minimum")}</p>}
      {orders.problem.value && rows.length > 0 && busy !== "more" && <ProblemNote problem={orders.problem.value} onRetry={refresh} />}
      <List filter={filter} busy={busy} table={list} />
    </>
  );
}

type ListProps = { filter: OrderFilter; busy: string | null; table: { current: HTMLTableElement | null } };

function List({ filter, busy, table }: ListProps) {
  const rows = orders.filter.value === filter ? orders.rows.value : [];
  if (rows.length === 0 && orders.problem.value) {
    return <ProblemNote problem={orders.problem.value} onRetry={() => void loadOrders(filter, true)} />;
  }
  if (rows.length === 0 && busy === null) return <NoOrders filter={filter} />;
  return (
    <>
      <div class="card orders-card">
        <table class="orders" ref={table} aria-busy={busy === "first"}>
          <caption class="hidden">{t("orders-caption", { filter: t(`filter-${filter}`) })}</caption>
          <thead>
            <tr>
              {["number", "buyer", "city", "placed"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
              <th scope="col" class="orders-total number">{t("column-total")}</th>
              {["points", "state", "platform"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {busy === "first" ? <SkeletonRows /> : rows.map((row) => <OrderRowView key={row.id} row={row} />)}
          </tbody>
        </table>
      </div>
      {busy !== "first" && (
        <p class="orders-foot">
          <span class="quiet" role="status">{t("orders-shown", { n: rows.length, count: count(rows.length) })}</span>
          {orders.next.value && <Button busy={busy === "more"} disabled={busy === "more"} onClick={() => void loadMoreOrders()}>{t("load-more")}</Button>}
        </p>
      )}
    </>
  );
}

function NoOrders({ filter }: { filter: OrderFilter }) {
  return (
    <div class="card">
      <Empty icon={filter === "held" || filter === "marked" ? filter : "approved"} title={t(`empty-${filter}-title`)}>
        <p>{t(`empty-${filter}-text`)}</p>
        {filter !== "all" && <a class="button button-plain" href={href(listOf("all"))}>{t("empty-show-all")}</a>}
      </Empty>
    </div>
  );
}

const links = (table: HTMLTableElement | null): HTMLAnchorElement[] =>
  [...(table?.querySelectorAll<HTMLAnchorElement>("a[data-order]") ?? [])];
