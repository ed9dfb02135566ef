import type { ComponentChildren } from "preact";
import { count, country, plain } from "../format";
import { Isolate } from "../parts/isolate";
import { Day } from "../parts/time";
import { href } from "../route";
import { t, tOr } from "../text";
import type { OrderDetails } from "../types";
import { Hit } from "./hit";
import type { Highlight } from "./highlight";

/** What is known of the buyer and how the order was paid. Facts that the order lacks are left out. */
export function Buyer({ details, highlight, customer: key }: { details: OrderDetails; highlight: Highlight; customer: string | null }) {
  const { customer, payment } = details;
  const on = (...fields: string[]): boolean => fields.some((field) => highlight.inOrder.has(field));
  const inCustomer = highlight.inPlace("customer");
  return (
    <section class="card" aria-labelledby="buyer-title">
      <div class="card-head"><h2 id="buyer-title">{t("buyer-title")}</h2>{key && <CustomerLink id={key} />}</div>
      <dl class="facts">
        <Fact name="fact-name" show={customer?.first_name || customer?.last_name}>
          <Hit text={customer?.first_name} field="first_name" on={inCustomer.has("first_name")} />{" "}
          <Hit text={customer?.last_name} field="last_name" on={inCustomer.has("last_name")} />
        </Fact>
        <Fact name="field-email" show={details.email}><Hit text={details.email} field="email" on={on("email", "email_domain")} /></Fact>
        <Fact name="field-phone" show={details.phone}><Hit text={details.phone} field="phone" on={on("phone")} /></Fact>
        <Fact name="field-ip" show={details.ip}><Hit text={details.ip} field="ip" on={on("ip")} /></Fact>
        <Fact name="field-device" show={details.device}><Hit text={details.device} field="device" on={on("device")} /></Fact>
        <Fact name="fact-browser" show={details.user_agent}><span class="quiet"><Isolate text={details.user_agent} /></span></Fact>
        <Fact name="field-customer_id" show={customer?.id}><Hit text={customer?.id} field="customer_id" on={on("customer_id")} /></Fact>
        <Fact name="fact-group" show={customer?.group}><Isolate text={customer?.group} /></Fact>
        <Fact name="fact-orders" show={customer?.orders_count != null}>{count(customer?.orders_count ?? 0)}</Fact>
        <Fact name="fact-since" show={customer?.created_at}><Day at={customer?.created_at ?? ""} /></Fact>
        <Fact name="fact-payment" show={payment?.method || payment?.provider}>
          <Isolate text={tOr(`payment-${payment?.method ?? ""}`, plain(payment?.method ?? ""))} /> {payment?.provider !== payment?.method && <span class="quiet"><Isolate text={payment?.provider} /></span>}
        </Fact>
        <Fact name="fact-card" show={payment?.last4}>
          <Isolate text={`${payment?.bin ? `${payment.bin} ` : ""}•••• ${payment?.last4 ?? ""}`} /> {payment?.country && <span class="quiet">{country(payment.country)}</span>}
        </Fact>
        <Fact name="field-payment_fingerprint" show={payment?.fingerprint}>
          <Hit text={payment?.fingerprint} field="payment_fingerprint" on={on("payment_fingerprint")} />
        </Fact>
        <Fact name="fact-channel" show={details.channel}><Isolate text={details.channel} /></Fact>
      </dl>
    </section>
  );
}

/** The way to everything the shop knows of this person. */
export const CustomerLink = ({ id }: { id: string }) => <a class="head-link" href={href({ view: "customer", id })}>{t("customer-open")}</a>;

export function Fact({ name, show, children }: { name: string; show: unknown; children: ComponentChildren }) {
  if (!show) return null;
  return (
    <>
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </>
  );
}
