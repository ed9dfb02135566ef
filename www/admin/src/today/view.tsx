// Today: what waits for a person, most urgent first, what went wrong, and how the last days went.
import type { ComponentChildren } from "preact";
import { get, listed } from "../api";
import { CauseTag } from "../cases/row";
import { takeNext } from "../cases/next";
import { count, money, now, today as date, zone } from "../format";
import { nameOf } from "../holds/store";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Isolate } from "../parts/isolate";
import { Left } from "../parts/left";
import { ProblemNote } from "../parts/problem";
import { Time } from "../parts/time";
import { ifMay } from "../roles";
import { go, href, type Route } from "../route";
import { t } from "../text";
import type { Case, OpenHold, Today } from "../types";
import { Alerts } from "./alerts";
import { Chart } from "./chart";
import { days } from "./days";
import { SetUp } from "./set-up";
import "./today.css";

type Loaded = { today: Today; cases: Case[]; holds: OpenHold[] };
/** So many of each list; the rest is one click away. */
const SHOWN = { limit: "6" };

export async function loadToday(signal?: AbortSignal): Promise<Loaded> {
  const [today, cases, holds] = await Promise.all([
    get<Today>("/v1/today", signal),
    listed<Case>("/v1/cases", { window: "open", snoozed: "false", ...SHOWN }, null, signal),
    listed<OpenHold>("/v1/holds", SHOWN, null, signal),
  ]);
  return { today, cases: cases.data, holds: holds.data };
}

/** The answer of the last visit: coming back is instant, and the new one follows. */
let last: Loaded | null = null;

export function TodayView() {
  const { data, problem, busy, reload } = useLoad("today", async (signal) => (last = await loadToday(signal)));
  useKeys({ r: reload, e: ifMay("take-case", takeNext) });
  const shown = data ?? last;
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("today-title")}</h1>
        <span class="quiet today-date">{date(now.value)}</span>
        <div class="view-tools">
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={busy && shown !== null} onClick={reload} />
          <Button needs="take-case" look="main" shortcut="e" disabled={!shown || shown.today.cases.unassigned + shown.today.cases.window_over === 0} onClick={takeNext}>{t("case-next")}</Button>
        </div>
      </div>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {shown ? <Body {...shown} /> : !problem && <Waiting />}
    </>
  );
}

function Body({ today, cases, holds }: Loaded) {
  return (
    <>
      <ul class="tiles">
        <Tile name="cases" n={today.cases.open} to={{ view: "cases" }} urgent={today.cases.open > 0}>{t("tile-unassigned", { n: today.cases.unassigned })}</Tile>
        <Tile name="holds" n={today.holds.open} to={{ view: "holds" }} urgent={false}>{today.holds.overdue > 0 && t("tile-overdue", { n: today.holds.overdue })}</Tile>
        <Tile name="over" n={today.cases.window_over} to={{ view: "cases", show: "over" }} urgent={false} />
        <Tile name="not_checked" n={today.alerts.not_checked} to={{ view: "orders", state: "not_checked" }} urgent={false} />
      </ul>
      <Alerts alerts={today.alerts} />
      <div class="today-grid">
        <div class="order-main">
          <Waits name="cases" all={{ view: "cases" }} none={cases.length === 0}>
            {cases.map((one) => (
              <Line to={{ view: "case", id: one.id }} name={one.order.number || one.order.id} who={one.order.name}>
                <CauseTag cause={one.cause} />
                <span class="today-total number nowrap">{money(one.order.total, one.order.currency)}</span>
                <Left deadline={one.deadline_at} />
              </Line>
            ))}
          </Waits>
          <Waits name="holds" all={{ view: "holds" }} none={holds.length === 0}>
            {holds.map((one) => (
              <Line to={{ view: "order", id: one.order.id }} name={nameOf(one)} who={one.order.name}>
                <span class="today-why cut"><Isolate text={one.matches[0]?.reason ?? one.comment} /></span>
                <span class="today-total number nowrap">{money(one.order.total, one.order.currency)}</span>
                <span class={one.overdue ? "holds-overdue" : "quiet"}><Time at={one.placed_at} /></span>
              </Line>
            ))}
          </Waits>
        </div>
        <div class="order-side">
          <SetUp today={today} />
          <Chart days={days(today.hours, zone.value, now.value)} />
        </div>
      </div>
    </>
  );
}

type TileProps = { name: string; n: number; to: Route; urgent: boolean; children?: ComponentChildren };

function Tile({ name, n, to, urgent, children }: TileProps) {
  return (
    <li>
      <a class="card tile" href={href(to)} data-urgent={urgent ? "true" : undefined} data-none={n === 0 ? "true" : undefined}>
        <span class="tile-name">{t(`tile-${name}`)}</span>
        <span class="tile-n">{count(n)}</span>
        <span class="tile-more">{children}</span>
      </a>
    </li>
  );
}

function Waits({ name, all, none, children }: { name: string; all: Route; none: boolean; children: ComponentChildren }) {
  return (
    <section class="card" aria-labelledby={`today-${name}`}>
      <div class="card-head"><h2 id={`today-${name}`}>{t(`today-${name}`)}</h2><a class="card-more" href={href(all)}>{t("today-all")}</a></div>
      {none ? <p class="matches-none">{t(`today-${name}-none`)}</p> : <ul class="today-lines">{children}</ul>}
    </section>
  );
}

function Line({ to, name, who, children }: { to: Route; name: string; who: string | null; children: ComponentChildren }) {
  return (
    <li onClick={(event) => !(event.target as HTMLElement).closest("a") && go(to)}>
      <span class="today-who cut"><a href={href(to)}><Isolate text={name} /></a> <span class="quiet"><Isolate text={who} /></span></span>
      {children}
    </li>
  );
}

const Waiting = () => (
  <div aria-hidden="true" class="order-skeleton">
    <div class="tiles">{[0, 1, 2, 3].map(() => <div class="card tile" />)}</div>
    <div class="today-grid">
      <div class="order-main">{[10, 10].map((height) => <div class={`card tall-${height}`} />)}</div>
      <div class="order-side"><div class="card tall-10" /></div>
    </div>
  </div>
);
