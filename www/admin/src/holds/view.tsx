// Holds: the orders that wait for a person, longest first. One is taken up, then released or cancelled; many at once with x.
import { useEffect, useState } from "preact/hooks";
import { at, post, remove } from "../api";
import { Bulk, SelectAll, type BulkAction } from "../bulk/bulk";
import { count, said } from "../format";
import { useKeys } from "../keys";
import { asMe, me } from "../me";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { say, sayProblem } from "../parts/toast";
import { ifMay, may } from "../roles";
import { href, type RouteOf } from "../route";
import { t } from "../text";
import type { OpenHold } from "../types";
import { useWalk } from "../walk";
import "./holds.css";
import { COLUMNS, HoldRow, HoldSkeleton } from "./row";
import { filterOf, HOLD_TABS, holds, nameOf, type HoldFilter } from "./store";

const ACTIONS: readonly BulkAction[] = [
  { name: "release", key: "h" }, { name: "cancel", key: "c" }, { name: "add_to_blacklist", key: "b" }, { name: "recheck" },
];

export function HoldsView({ route }: { route: RouteOf<"holds"> }) {
  const filter = filterOf(route);
  const [overriding, override] = useState<OpenHold | null>(null);
  const { box, step } = useWalk(holds.current, () => void holds.more());
  const refresh = (): void => void holds.load(route, true);
  useEffect(() => void holds.load(route), [href(route)]);

  const take = (row: OpenHold, by: string, overrides: boolean): void => {
    const took = (): void => {
      holds.put({ ...row, lock: { by, at: new Date().toISOString() } });
      say(t("hold-yours", { name: said(nameOf(row)) }));
    };
    post(at("orders", row.order.id, "lock"), { by, ...(overrides ? { override: true } : {}) }).then(took, (error: unknown) => {
      sayProblem(error);
      refresh(); // somebody was faster
    });
  };
  const lock = (row: OpenHold): void => asMe((name) => {
    if (row.lock === null) return take(row, name, false);
    if (row.lock.by !== name) return may("release") ? override(row) : undefined;
    remove(at("orders", row.order.id, "lock")).then(() => holds.put({ ...row, lock: null }), sayProblem);
  });
  const current = holds.rows.value.find((row) => row.order.id === holds.current.value);
  useKeys({ j: () => step(1), k: () => step(-1), r: refresh, l: ifMay("lock", () => current && lock(current)) });
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("holds-title")}</h1>
        <div class="view-tools">
          <span class="orders-walk">
            <Button icon="up" label={t("orders-previous")} shortcut="k" onClick={() => step(-1)} />
            <Button icon="down" label={t("orders-next")} shortcut="j" onClick={() => step(1)} />
            <Button needs="lock" shortcut="l" disabled={!current} onClick={() => current && lock(current)}>{t("hold-lock")}</Button>
          </span>
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={holds.busy.value === "refresh"} onClick={refresh} />
        </div>
      </div>
      <nav class="tabs" aria-label={t("orders-filters")}>
        {HOLD_TABS.map((name) => (
          <a href={href({ view: "holds", show: name === "all" ? "" : name })} aria-current={name === filter ? "true" : undefined}>{t(`holds-${name}`)}</a>
        ))}
      </nav>
      {route.code && (
        <p class="one-entry">
          <span>{t("holds-one-code", { code: said(route.code) })}</span>
          <a href={href({ view: "holds", show: route.show })}>{t("empty-show-all")}</a>
        </p>
      )}
      <Listing list={holds} route={route} empty={<NoHolds filter={route.code ? "code" : filter} />} shown={(n) => t("holds-shown", { n, count: count(n) })}>
        {(rows, loading) => (
          <table class="rows holds" ref={box} aria-busy={loading}>
            <caption class="hidden">{t("holds-caption", { filter: t(`holds-${filter}`) })}</caption>
            <thead>
              <tr>
                <th scope="col" class="rows-check"><SelectAll list={holds} /></th>
                {COLUMNS.map((name) => <th scope="col" class={`holds-${name}${name === "total" ? " number" : ""}`}>{t(`column-${name}`)}</th>)}
              </tr>
            </thead>
            <tbody>{loading ? <HoldSkeleton /> : rows.map((row) => <HoldRow key={row.order.id} row={row} onLock={lock} />)}</tbody>
          </table>
        )}
      </Listing>
      <Bulk of="orders" list={holds} route={route} name={nameOf} actions={ACTIONS} />
      {overriding && (
        <Dialog title={t("hold-override-title", { by: said(overriding.lock?.by ?? "") })} onClose={() => override(null)}>
          <div class="dialog-body"><p>{t("hold-override-text")}</p></div>
          <div class="dialog-foot">
            <Button onClick={() => override(null)}>{t("cancel")}</Button>
            <Button look="main" onClick={() => {
              take(overriding, me.value ?? "", true);
              override(null);
            }}>{t("hold-override-do")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function NoHolds({ filter }: { filter: HoldFilter | "code" }) {
  return (
    <Empty icon="held" title={t(filter === "all" ? "empty-held-title" : "holds-none-title")}>
      <p>{t(filter === "all" ? "empty-held-text" : "holds-none-text")}</p>
      {filter !== "all" && <a class="button button-plain" href={href({ view: "holds" })}>{t("empty-show-all")}</a>}
    </Empty>
  );
}
