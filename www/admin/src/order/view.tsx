// One order: the decision in words first, then why, where, who, and what was done.
import { useEffect, useState } from "preact/hooks";
import { api } from "../api";
import { AddEntry } from "../blacklist/add";
import { useListFields } from "../bulk/fields";
import { money, plain, platformName, said } from "../format";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { orders } from "../orders/store";
import { OrderFlag } from "../orders/row";
import { Button } from "../parts/button";
import { StateChip } from "../parts/chip";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import { Time } from "../parts/time";
import { Walk } from "../parts/walk";
import { ifMay, may } from "../roles";
import { go, href } from "../route";
import { t } from "../text";
import type { HoldAction, OrderAnswer, OrderRow } from "../types";
import { Banner } from "./banner";
import { Buyer } from "./buyer";
import { CheckFacts, Checks } from "./checks";
import { Custom } from "./custom";
import { highlightOf } from "./highlight";
import { actionOf, HoldDialog } from "./hold";
import { listed } from "./listed";
import { Lines } from "./lines";
import { Mails } from "./mails";
import { Matches } from "./matches";
import { Places } from "./places";
import { Timeline } from "./timeline";
import "./order.css";

export function OrderView({ id }: { id: string }) {
  const { data, problem, busy, reload } = useLoad<OrderAnswer>(id, (signal) => api.order(id, signal));
  const [adding, setAdding] = useState(false);
  const [acting, setActing] = useState<HoldAction | null>(null);
  const near = orders.around(id);
  // What the list knew when the order was opened; what it learns later would move what is read already.
  const [known] = useState(near.row);
  const row = data?.order ?? known;
  const [listFields] = useListFields(data !== null && may("add-entry"));
  const list = orders.at.value ?? href({ view: "orders" });
  useEffect(() => {
    orders.current.value = id;
    if (orders.at.peek() === null) void orders.load({ view: "orders" }); // opened by its address: the list gives its neighbours
  }, [id]);
  useEffect(() => {
    if (row) document.title = t("window-title", { view: t("order-title", { number: plain(row.number ?? row.id) }) });
  }, [row?.number]);
  const to = (other: string | null): void => {
    if (other) go({ view: "order", id: other });
  };
  const can = data && actionOf(data.order.state);
  const action = can && may(can) ? can : null;
  useKeys({
    j: () => to(near.next), k: () => to(near.previous), r: reload, u: () => (location.hash = list), b: data && ifMay("add-entry", () => setAdding(true)),
    h: action && (() => setActing(action)),
  });

  if (problem?.status === 404) {
    return (
      <Empty whole icon="find" title={t("order-unknown-title")}>
        <p>{t("order-unknown-text")}</p>
        <a class="button button-plain" href={list}>{t("nav-orders")}</a>
      </Empty>
    );
  }
  return (
    <>
      <div class="view-head order-head">
        <a class="button button-bare" href={list} title={t("order-back-key")} aria-keyshortcuts="u"><Icon name="back" />{t("nav-orders")}</a>
        <Walk previous={t("orders-previous")} next={t("orders-next")} near={near} to={to} busy={busy} onRefresh={reload} />
        <div class="view-tools">
          {action && <Button look={action === "release" ? "main" : "plain"} shortcut="h" onClick={() => setActing(action)}>{t(`act-${action}`)}</Button>}
          <Button needs="add-entry" look={action === "release" ? "plain" : "main"} icon="plus" shortcut="b" disabled={!data} onClick={() => setAdding(true)}>{t("order-add")}</Button>
        </div>
      </div>
      <Heading row={row} />
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {data ? <Body answer={data} /> : !problem && <Skeleton />}
      {acting && data && <HoldDialog order={data.order} action={acting} onClose={() => setActing(null)} onChanged={reload} />}
      {adding && (
        <AddEntry
          fields={data?.order.details ? listed(data.order.details, listFields) : {}} about={data ? said(data.order.number ?? data.order.id) : undefined}
          onClose={() => setAdding(false)} onAdded={reload}
        />
      )}
    </>
  );
}

function Heading({ row }: { row: OrderRow | null }) {
  return (
    <div class="order-title">
      <h1 tabIndex={-1}>{row ? <Isolate text={row.number || row.id} /> : t("loading")}</h1>
      {row && (
        <>
          <OrderFlag order={row} />
          <StateChip state={row.state} />
          {row.total && <span class="order-total">{money(row.total, row.currency)}</span>}
          <span class="quiet">{t(row.placed_at ? "order-placed" : "order-received")} <Time at={row.placed_at ?? row.received_at} /> · {platformName(row.platform)}</span>
        </>
      )}
    </div>
  );
}

function Body({ answer }: { answer: OrderAnswer }) {
  const { order, check } = answer;
  const highlight = highlightOf(check);
  return (
    <>
      <Banner answer={answer} />
      <div class="order-grid">
        <div class="order-main">
          {check && <Matches check={check} />}
          {order.details
            ? <><Places details={order.details} highlight={highlight} /><Lines details={order.details} /></>
            : <p class="card order-unread">{t("order-unread")}</p>}
          <Notes notes={order.notes} />
          <Mails mails={answer.mails} />
        </div>
        <div class="order-side">
          {order.details && <Buyer details={order.details} highlight={highlight} customer={order.customer} />}
          {order.details && <Custom details={order.details} />}
          {check && <CheckFacts check={check} />}
          <Checks checks={answer.checks} />
          <Timeline items={answer.timeline} />
        </div>
      </div>
    </>
  );
}

/** What the platform's delivery said that has no field of its own. */
function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="card" aria-labelledby="notes-title">
      <div class="card-head"><h2 id="notes-title">{t("notes-title")}</h2></div>
      <ul class="order-notes">{notes.map((note) => <li><Isolate text={note} /></li>)}</ul>
    </section>
  );
}

function Skeleton() {
  return (
    <div aria-hidden="true" class="order-skeleton">
      <div class="banner tone-quiet"><span class="bone bone-6" /></div>
      <div class="order-grid">
        <div class="order-main">{[9, 10, 8].map((height) => <div class={`card tall-${height}`} />)}</div>
        <div class="order-side">{[10, 9].map((height) => <div class={`card tall-${height}`} />)}</div>
      </div>
    </div>
  );
}
