// One case: what is left to stop the delivery first, then why the order turned, who else bought like this, and what was done.
import { useEffect, useState } from "preact/hooks";
import { api, at, get, post } from "../api";
import { CauseTag, ResolutionTag } from "../cases/row";
import { caseChanged, cases, isAsleep } from "../cases/store";
import { takeNext } from "../cases/next";
import { actorName, money, plain } from "../format";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { asMe, me } from "../me";
import { Buyer, Fact } from "../order/buyer";
import { checkSaid } from "../order/detail";
import { highlightOf } from "../order/highlight";
import { Lines } from "../order/lines";
import { Matches } from "../order/matches";
import { Places } from "../order/places";
import { Timeline } from "../order/timeline";
import { Button } from "../parts/button";
import { StateChip } from "../parts/chip";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { minutesLeft, span, toneLeft } from "../parts/left";
import { ProblemNote } from "../parts/problem";
import { Moment, Time } from "../parts/time";
import { Walk } from "../parts/walk";
import { say, sayProblem } from "../parts/toast";
import { ifMay, type Deed } from "../roles";
import { href, go } from "../route";
import { t, tOr } from "../text";
import type { Case, CaseAnswer, CaseResolution, CustomerAnswer, OrderAnswer, OrderRow } from "../types";
import { Dialogs, type Asked } from "./dialogs";
import "./case.css";
import { Linked } from "./linked";
import { told } from "./told";

export function CaseView({ id }: { id: string }) {
  const { data, problem, busy, reload } = useLoad<CaseAnswer>(id, (signal) => get(at("cases", id), signal));
  const [changed, setChanged] = useState<CaseAnswer | null>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const [known] = useState(() => cases.around(id).row); // what the list learns later would move what is read already
  const answer = changed ?? data;
  const one = answer?.case ?? cases.around(id).row;
  const orderId = one?.order.id ?? "";
  // The order and who else bought like this come together: nothing moves under the eyes of whoever reads already.
  const order = useLoad<(OrderAnswer & { others: OrderRow[] | null }) | null>(orderId, async (signal) => {
    if (!orderId) return null;
    const found = await api.order(orderId, signal);
    const { customer } = found.order;
    const others = customer === null ? null : (await get<CustomerAnswer>(at("customers", customer), signal)).orders.filter((other) => other.id !== orderId);
    return { ...found, others };
  });
  const near = cases.around(id);
  const list = cases.at.value ?? href({ view: "cases" });
  useEffect(() => {
    cases.current.value = id;
    if (cases.at.peek() === null) void cases.load({ view: "cases" }); // opened by its address: the list gives its neighbours
  }, [id]);
  useEffect(() => setChanged(null), [data]);
  useEffect(() => {
    if (one) document.title = t("window-title", { view: t("case-title", { number: plain(one.order.number ?? one.order.id) }) });
  }, [one?.order.number]);

  const took = (answer: CaseAnswer): void => {
    caseChanged(answer.case);
    setChanged(answer);
    if (answer.case.state === "resolved") order.reload();
  };
  const assign = async (assignee: string | null): Promise<void> => took(await post<CaseAnswer>(at("cases", id, "assign"), { assignee }));
  /** Takes the case, or gives it back; either can be undone. */
  const take = (): void => asMe((name) => {
    const before = one?.assignee ?? null;
    const to = before === name ? null : name;
    assign(to).then(
      () => say(to ? t("case-taken") : t("case-given-back"), { act: { label: t("undo"), run: () => void assign(before).catch(sayProblem) } }),
      sayProblem,
    );
  });
  const wake = (): void => {
    post<CaseAnswer>(at("cases", id, "snooze"), { until: null }).then((answer) => {
      took(answer);
      say(t("case-awake"));
    }, sayProblem);
  };
  const open = one?.state === "open" && data !== null;
  const asleep = one !== null && isAsleep(one);
  const when = (deed: Deed, act: () => void, can = open) => can && ifMay(deed, act);
  const to = (other: string | null): void => {
    if (other) go({ view: "case", id: other });
  };
  useKeys({
    b: when("answer-case", () => ask("blocked")), n: when("answer-case", () => ask("not_blocked")), t: when("answer-case", () => ask("too_late")),
    a: when("assign-case", take), s: when("snooze-case", () => (asleep ? wake() : ask("snooze"))), c: when("note-case", () => ask("note"), data !== null),
    e: when("take-case", takeNext, true),
    j: () => to(near.next), k: () => to(near.previous), r: reload, u: () => (location.hash = list),
  });

  if (problem?.status === 404) {
    return (
      <Empty whole icon="find" title={t("case-unknown-title")}>
        <p>{t("case-unknown-text")}</p>
        <a class="button button-plain" href={list}>{t("nav-cases")}</a>
      </Empty>
    );
  }
  const there = (order.data || order.problem) && answer;
  const titled = there ? there.case : known;
  const details = order.data?.order.details ?? null;
  const highlight = highlightOf(answer?.check ?? null);
  return (
    <>
      <div class="view-head order-head case-head">
        <a class="button button-bare" href={list} title={t("case-back-key")} aria-keyshortcuts="u"><Icon name="back" />{t("nav-cases")}</a>
        <Walk previous={t("case-previous")} next={t("case-following")} near={near} to={to} busy={busy} onRefresh={reload} />
        <div class="view-tools">
          <Button needs="note-case" icon="note" shortcut="c" disabled={!data} onClick={() => ask("note")}>{t("case-note")}</Button>
          <Button needs="snooze-case" icon="sleep" shortcut="s" disabled={!open} onClick={() => (asleep ? wake() : ask("snooze"))}>{t(asleep ? "case-wake" : "case-snooze")}</Button>
          <Button needs="assign-case" icon="contact" shortcut="a" disabled={!open} onClick={take}>{t(one && one.assignee !== null && one.assignee === me.value ? "case-give-back" : "case-take")}</Button>
          <Button needs="take-case" shortcut="e" onClick={takeNext}>{t("case-next")}</Button>
        </div>
      </div>
      <div class="order-title">
        <h1 tabIndex={-1}>{titled ? <Isolate text={titled.order.number || titled.order.id} /> : t("loading")}</h1>
        {titled && (
          <>
            <StateChip state={order.data?.order.state ?? titled.order.state} />
            {titled.order.total && <span class="order-total">{money(titled.order.total, titled.order.currency)}</span>}
            <span class="quiet"><Isolate text={titled.order.name} /></span>
            <a href={href({ view: "order", id: titled.order.id })}>{t("case-order")}</a>
          </>
        )}
      </div>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {one && there && <Countdown one={one} onAsk={ask} />}
      {there ? (
        <div class="order-grid">
          <div class="order-main">
            {there.check && <Matches check={there.check} />}
            {order.problem && <ProblemNote problem={order.problem} onRetry={order.reload} />}
            {order.data?.others && <Linked others={order.data.others} />}
            {details && <><Places details={details} highlight={highlight} /><Lines details={details} /></>}
          </div>
          <div class="order-side">
            <CaseFacts one={there.case} onAssign={() => ask("assign")} />
            <Timeline items={told(there.timeline)} />
            {details && <Buyer details={details} highlight={highlight} customer={order.data?.order.customer ?? null} />}
          </div>
        </div>
      ) : !problem && <Waiting />}
      {asked && answer && <Dialogs asked={asked} one={answer.case} onDone={took} onAssign={assign} onConflict={reload} onClose={() => ask(null)} />}
    </>
  );
}

/** What is left, why, and the three answers. */
function Countdown({ one, onAsk }: { one: Case; onAsk: (asked: CaseResolution) => void }) {
  const minutes = minutesLeft(one.deadline_at);
  const { resolution } = one;
  const tone = resolution ? "quiet" : toneLeft(minutes);
  return (
    <section class={`banner case-banner tone-${tone === "good" ? "away" : tone}`} aria-label={t("case-window")}>
      <Icon name={resolution ? "approved" : "clock"} />
      <div class="banner-words">
        {resolution
          ? <p class="banner-title">{t(`case-was-${resolution.resolution}`)}</p>
          : <p class="banner-title" role="timer">{minutes === 0 ? t("case-over") : t("case-left", { left: span(minutes) })}</p>}
        {resolution && (
          <p>{actorName(resolution.by ?? "")}{resolution.comment && <> · “<Isolate text={resolution.comment} />”</>}{resolution.at && <> · <Time at={resolution.at} /></>}</p>
        )}
        <p><CauseTag cause={one.cause} /> <Isolate text={checkSaid(one.detail)} /></p>
      </div>
      {!resolution && (
        <div class="case-answers">
          <Button needs="answer-case" look="main" shortcut="b" onClick={() => onAsk("blocked")}>{t("resolution-blocked")}</Button>
          <Button needs="answer-case" shortcut="n" onClick={() => onAsk("not_blocked")}>{t("resolution-not_blocked")}</Button>
          <Button needs="answer-case" shortcut="t" onClick={() => onAsk("too_late")}>{t("resolution-too_late")}</Button>
        </div>
      )}
    </section>
  );
}

function CaseFacts({ one, onAssign }: { one: Case; onAssign: () => void }) {
  return (
    <section class="card" aria-labelledby="case-facts">
      <div class="card-head"><h2 id="case-facts">{t("case-facts")}</h2></div>
      <dl class="facts">
        <Fact name="column-assignee" show>
          <span class="case-assignee">
            {one.assignee ? <Isolate text={one.assignee} /> : <span class="quiet">{t("nobody")}</span>}
            {one.state === "open" && <Button needs="assign-case" look="bare" onClick={onAssign}>{t("case-assign")}</Button>}
          </span>
        </Fact>
        <Fact name="case-asleep-until" show={isAsleep(one)}><Moment at={one.snoozed_until ?? ""} /></Fact>
        <Fact name="case-answer" show={one.resolution}><ResolutionTag resolution={one.resolution?.resolution ?? ""} /></Fact>
        <Fact name="case-deadline" show><Moment at={one.deadline_at} /></Fact>
        <Fact name="case-opened" show><Moment at={one.opened_at} /></Fact>
        <Fact name="case-opened-by" show><Isolate text={actorName(one.opened_by)} /></Fact>
        <Fact name="case-cause" show>{tOr(`cause-${one.cause}`, one.cause)}</Fact>
      </dl>
    </section>
  );
}

const Waiting = () => (
  <div aria-hidden="true" class="order-skeleton">
    <div class="banner tone-quiet"><span class="bone bone-6" /></div>
    <div class="order-grid">
      <div class="order-main">{[9, 10].map((height) => <div class={`card tall-${height}`} />)}</div>
      <div class="order-side">{[10, 9].map((height) => <div class={`card tall-${height}`} />)}</div>
    </div>
  </div>
);
