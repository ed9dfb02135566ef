// What is known of a person beside their orders: how they are reached, what they bought, cases and feedback.
import { CauseTag, ResolutionTag } from "../cases/row";
import { actorName, count, country, money } from "../format";
import { Fact } from "../order/buyer";
import { Tag } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { Left } from "../parts/left";
import { Day, Time } from "../parts/time";
import { href } from "../route";
import { t, tOr } from "../text";
import type { Case, CustomerAnswer, Label, OrderRow } from "../types";
import { isLost, sums } from "./sums";

export function Facts({ answer: { customer, orders, unclaimed } }: { answer: CustomerAnswer }) {
  const lost = orders.filter(isLost);
  const first = orders.at(-1);
  return (
    <section class="card" aria-labelledby="customer-facts">
      <div class="card-head"><h2 id="customer-facts">{t("window-customer")}</h2></div>
      <dl class="facts">
        <Fact name="field-email" show={customer.email}><Isolate text={customer.email} /></Fact>
        <Fact name="field-phone" show={customer.phone}><Isolate text={customer.phone} /></Fact>
        <Fact name="column-city" show={customer.city || customer.country}>
          <Isolate text={customer.city} /> {customer.country && <span class="quiet">{country(customer.country)}</span>}
        </Fact>
        <Fact name="customer-first" show={first}><Day at={first?.placed_at ?? first?.received_at ?? ""} /></Fact>
        <Fact name="customer-sum" show={orders.length > 0}><Sums orders={orders} /></Fact>
        <Fact name="customer-lost" show={lost.length > 0}><Sums orders={lost} /><span class="quiet">{t("linked-count", { n: lost.length })}</span></Fact>
        <Fact name="customer-unclaimed" show><span class={unclaimed > 0 ? "customer-bad" : undefined}>{count(unclaimed)}</span></Fact>
      </dl>
    </section>
  );
}

function Sums({ orders }: { orders: readonly OrderRow[] }) {
  return <>{sums(orders).map(([currency, amount]) => <span class="customer-sum">{money(amount, currency)}</span>)}</>;
}

export function Cases({ cases }: { cases: readonly Case[] }) {
  if (cases.length === 0) return null;
  return (
    <section class="card" aria-labelledby="customer-cases">
      <div class="card-head"><h2 id="customer-cases">{t("nav-cases")}</h2></div>
      <ul class="customer-cases">
        {cases.map((one) => (
          <li>
            <a href={href({ view: "case", id: one.id })}><Isolate text={one.order.number || one.order.id} /></a>
            <CauseTag cause={one.cause} />
            <span>{one.resolution ? <ResolutionTag resolution={one.resolution.resolution} /> : <Left deadline={one.deadline_at} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const BAD = ["blocked", "fraud", "chargeback", "refund_abuse"];

export function Feedback({ labels }: { labels: readonly Label[] }) {
  if (labels.length === 0) return null;
  return (
    <section class="card" aria-labelledby="customer-labels">
      <div class="card-head"><h2 id="customer-labels">{t("labels-title")}</h2></div>
      <ul class="customer-labels">
        {labels.map(({ at, label, actor, comment }) => (
          <li>
            <Tag tone={BAD.includes(label) ? "bad" : "quiet"}>{tOr(`label-${label}`, label)}</Tag>
            <span class="quiet"><Isolate text={actorName(actor)} /></span>
            <Time at={at} />
            {comment && <p>“<Isolate text={comment} />”</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
