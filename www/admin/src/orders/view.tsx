// Orders: every order of the shop. Filters are in the fragment; j, k and Enter walk it.
import { useEffect } from "preact/hooks";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { count } from "../format";
import { go, href, type RouteOf } from "../route";
import { session } from "../session";
import { t } from "../text";
import { useWalk } from "../walk";
import { filterOf, listOf, ORDER_FILTERS, type OrderFilter } from "./filter";
import "./orders.css";
import { OrderRowView, SkeletonRows } from "./row";
import { orders } from "./store";

export function OrdersView({ route }: { route: RouteOf<"orders"> }) {
  const filter = filterOf(route);
  useEffect(() => void orders.load(route), [href(route)]);
  const { box, step } = useWalk(orders.current, () => void orders.more());
  const refresh = (): void => void orders.load(route, true);
  const rows = orders.rows.value;
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
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={orders.busy.value === "refresh"} onClick={refresh} />
        </div>
      </div>
      <nav class="tabs" aria-label={t("orders-filters")}>
        {ORDER_FILTERS.map((name) => (
          <a href={href(listOf(name))} aria-current={name === filter ? "true" : undefined}>{t(`filter-${name}`)}</a>
        ))}
      </nav>
      {session.value?.shop.minimum_points === null && <p class="notice">{t("no-minimum")}</p>}
      <Listing list={orders} route={route} empty={<NoOrders filter={filter} />} shown={(n) => t("orders-shown", { n, count: count(n) })}>
        {(rows, loading) => (
          <table class="orders" ref={box} aria-busy={loading}>
            <caption class="hidden">{t("orders-caption", { filter: t(`filter-${filter}`) })}</caption>
            <thead>
              <tr>
                {["number", "buyer", "city", "placed"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
                <th scope="col" class="orders-total number">{t("column-total")}</th>
                {["points", "state", "platform"].map((name) => <th scope="col" class={`orders-${name}`}>{t(`column-${name}`)}</th>)}
              </tr>
            </thead>
            <tbody>{loading ? <SkeletonRows /> : rows.map((row) => <OrderRowView key={row.id} row={row} />)}</tbody>
          </table>
        )}
      </Listing>
    </>
  );
}

function NoOrders({ filter }: { filter: OrderFilter }) {
  return (
    <Empty icon={filter === "held" || filter === "marked" ? filter : "approved"} title={t(`empty-${filter}-title`)}>
      <p>{t(`empty-${filter}-text`)}</p>
      {filter !== "all" && <a class="button button-plain" href={href(listOf("all"))}>{t("empty-show-all")}</a>}
    </Empty>
  );
}
