// Cases: orders that turned out to be fraud after they were let through, fewest minutes left first.
import { useEffect } from "preact/hooks";
import { count } from "../format";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { ifMay } from "../roles";
import { href, type RouteOf } from "../route";
import { t } from "../text";
import { useWalk } from "../walk";
import "./cases.css";
import { takeNext } from "./next";
import { CaseRow, CaseSkeleton, COLUMNS } from "./row";
import { CASE_FILTERS, cases, filterOf, type CaseFilter } from "./store";

export function CasesView({ route }: { route: RouteOf<"cases"> }) {
  const filter = filterOf(route);
  const { box, step } = useWalk(cases.current, () => void cases.more());
  const refresh = (): void => void cases.load(route, true);
  useEffect(() => void cases.load(route), [href(route)]);
  useKeys({ j: () => step(1), k: () => step(-1), r: refresh, e: ifMay("take-case", takeNext) });
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("cases-title")}</h1>
        <div class="view-tools">
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={cases.busy.value === "refresh"} onClick={refresh} />
          <Button needs="take-case" look="main" shortcut="e" onClick={takeNext}>{t("case-next")}</Button>
        </div>
      </div>
      <nav class="tabs" aria-label={t("orders-filters")}>
        {CASE_FILTERS.map((name) => (
          <a href={href({ view: "cases", show: name === "open" ? "" : name })} aria-current={name === filter ? "true" : undefined}>{t(`cases-${name}`)}</a>
        ))}
      </nav>
      <Listing list={cases} route={route} empty={<NoCases filter={filter} />} shown={(n) => t("cases-shown", { n, count: count(n) })}>
        {(rows, loading) => (
          <table class="rows cases" ref={box} aria-busy={loading}>
            <caption class="hidden">{t("cases-caption", { filter: t(`cases-${filter}`) })}</caption>
            <thead>
              <tr>{COLUMNS.map((name) => <th scope="col" class={`cases-${name}${name === "total" ? " number" : ""}`}>{t(`column-${name}`)}</th>)}</tr>
            </thead>
            <tbody>{loading ? <CaseSkeleton /> : rows.map((row) => <CaseRow key={row.id} row={row} />)}</tbody>
          </table>
        )}
      </Listing>
    </>
  );
}

function NoCases({ filter }: { filter: CaseFilter }) {
  return (
    <Empty icon="approved" title={t(`cases-${filter}-title`)}>
      <p>{t(`cases-${filter}-text`)}</p>
      {filter !== "open" && <a class="button button-plain" href={href({ view: "cases" })}>{t("cases-show-open")}</a>}
    </Empty>
  );
}
