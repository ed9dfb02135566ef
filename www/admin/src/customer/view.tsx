// One customer: would their next order pass, why not, until when; then everything the shop has seen of them.
import { useEffect, useState } from "preact/hooks";
import { at, get } from "../api";
import { AddEntry } from "../blacklist/add";
import { Fields, useListFields } from "../bulk/fields";
import { onMany } from "../bulk/many";
import "../case/case.css";
import { OrderLines } from "../case/linked";
import { nameOf } from "../customers/row";
import { customers } from "../customers/store";
import { count, plain, said } from "../format";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import "../order/order.css";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import { Walk } from "../parts/walk";
import { Say } from "../parts/say";
import { say } from "../parts/toast";
import { ifMay } from "../roles";
import { go, href } from "../route";
import { t } from "../text";
import type { CustomerAnswer } from "../types";
import "./customer.css";
import { Cases, Facts, Feedback } from "./side";
import { Reasons, Verdict } from "./would-pass";

export function CustomerView({ id }: { id: string }) {
  const { data, problem, busy, reload } = useLoad<CustomerAnswer>(id, (signal) => get(at("customers", id), signal));
  const [asked, ask] = useState<"blacklist" | "allow" | null>(null);
  const near = customers.around(id);
  const [known] = useState(near.row); // what the list learns later would move what is read already
  const person = data?.customer ?? known;
  const list = href({ view: "customers" });
  useEffect(() => {
    customers.current.value = id;
    if (customers.at.peek() === null) void customers.load({ view: "customers" }); // opened by its address: the list gives its neighbours
  }, [id]);
  useEffect(() => {
    if (person) document.title = t("window-title", { view: plain(nameOf(person)) });
  }, [person?.key]);
  const to = (other: string | null): void => {
    if (other) go({ view: "customer", id: other });
  };
  useKeys({
    j: () => to(near.next), k: () => to(near.previous), r: reload, u: () => (location.hash = list), b: data && ifMay("add-entry", () => ask("blacklist")), a: data && ifMay("add-entry", () => ask("allow")),
  });
  if (problem?.status === 404) {
    return (
      <Empty whole icon="find" title={t("customer-unknown-title")}>
        <p>{t("customer-unknown-text")}</p>
        <a class="button button-plain" href={list}>{t("nav-customers")}</a>
      </Empty>
    );
  }
  return (
    <>
      <div class="view-head order-head">
        <a class="button button-bare" href={list} title={t("customer-back-key")} aria-keyshortcuts="u"><Icon name="back" />{t("nav-customers")}</a>
        <Walk previous={t("customer-previous")} next={t("customer-next")} near={near} to={to} busy={busy} onRefresh={reload} />
        <div class="view-tools">
          <Button needs="add-entry" shortcut="a" disabled={!data} onClick={() => ask("allow")}>{t("customer-allow")}</Button>
          <Button needs="add-entry" look="main" icon="plus" shortcut="b" disabled={!data} onClick={() => ask("blacklist")}>{t("order-add")}</Button>
        </div>
      </div>
      <div class="order-title">
        <h1 tabIndex={-1}>{person ? <Isolate text={nameOf(person)} /> : t("loading")}</h1>
        {data && <span class="quiet">{t("linked-count", { n: data.joined })}</span>}
      </div>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {data ? <Body answer={data} /> : !problem && <Waiting />}
      {asked === "blacklist" && data && <Listed answer={data} onDone={reload} onClose={() => ask(null)} />}
      {asked === "allow" && data && <AddEntry allow fields={reachedBy(data)} onClose={() => ask(null)} onAdded={reload} />}
    </>
  );
}

const reachedBy = ({ customer: { email, phone } }: CustomerAnswer): Record<string, string> => ({ ...(email ? { email } : {}), ...(phone ? { phone } : {}) });

/** Adds the person to the blacklist by the fields that the shop copies. */
function Listed({ answer: { customer }, onDone, onClose }: { answer: CustomerAnswer; onDone: () => void; onClose: () => void }) {
  const [fields, setFields] = useListFields(true);
  const add = async (reason: string): Promise<void> => {
    const [outcome] = await onMany("customers", "add_to_blacklist", [customer.key], reason, fields);
    if (outcome?.error) return say(outcome.error, { tone: "bad" });
    say(t("bulk-add_to_blacklist-done", { n: 1, count: count(1) }));
    onDone();
  };
  return (
    <Say
      title={t("bulk-add_to_blacklist-title", { n: 1, name: said(nameOf(customer)) })} text={<Fields of="customers" chosen={fields} onChange={setFields} />}
      label={t("add-reason")} help={t("add-reason-help")} missing={t("act-comment-missing")} pointer="/comment" act={t("bulk-add_to_blacklist-do")} onSay={add} onClose={onClose}
    />
  );
}

function Body({ answer }: { answer: CustomerAnswer }) {
  const { would_pass, orders, joined } = answer;
  return (
    <>
      {would_pass ? <Verdict answer={would_pass} /> : <p class="notice">{t("pass-unknown")}</p>}
      <div class="order-grid">
        <div class="order-main">
          {would_pass && <Reasons answer={would_pass} />}
          <section class="card" aria-labelledby="customer-orders">
            <div class="card-head">
              <h2 id="customer-orders">{t("nav-orders")}</h2>
              <span class="quiet">{joined > orders.length ? t("customer-newest", { n: orders.length, joined: count(joined) }) : t("customer-joined")}</span>
            </div>
            <OrderLines orders={orders} />
          </section>
        </div>
        <div class="order-side">
          <Facts answer={answer} />
          <Cases cases={answer.cases} />
          <Feedback labels={answer.labels} />
        </div>
      </div>
    </>
  );
}

const Waiting = () => (
  <div aria-hidden="true" class="order-skeleton">
    <div class="banner tone-quiet"><span class="bone bone-6" /></div>
    <div class="order-grid">
      <div class="order-main">{[9, 10].map((height) => <div class={`card tall-${height}`} />)}</div>
      <div class="order-side"><div class="card tall-10" /></div>
    </div>
  </div>
);
