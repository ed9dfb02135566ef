// Install: what to paste where, for the shop's platform, and whether something has arrived.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Copy, CopyButton } from "../parts/copy";
import { ProblemNote } from "../parts/problem";
import { RoleNote } from "../parts/role-note";
import "../parts/rows.css";
import { platformName } from "../format";
import { href } from "../route";
import { may } from "../roles";
import { LastDelivery, listEndpoints, MadeEndpoint, NewEndpoint, type Endpoint } from "../settings/endpoints";
import { t } from "../text";
import "./install.css";

const PLATFORMS = ["woocommerce", "shopify", "api", "checkout"] as const;
const TOPICS: Record<string, readonly string[]> = {
  woocommerce: ["order.created", "order.updated"],
  shopify: ["orders/create", "orders/updated", "orders/cancelled", "disputes/create", "disputes/update"],
};

export function InstallView({ platform }: { platform: string }) {
  const { data, problem, reload } = useLoad("endpoints", async (signal) => (may("endpoints") ? listEndpoints(signal) : []));
  useKeys({ r: reload });
  const shown = PLATFORMS.find((one) => one === platform) ?? (data?.[0]?.platform === "shopify" ? "shopify" : "woocommerce");
  const endpoint = data?.find((one) => one.platform === shown);
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("install-title")}</h1>
        <div class="view-tools"><Button icon="refresh" label={t("refresh")} shortcut="r" onClick={reload} /></div>
      </div>
      <nav class="tabs" aria-label={t("install-title")}>
        {PLATFORMS.map((one) => <a href={href({ view: "install", platform: one })} aria-current={one === shown ? "true" : undefined}>{one in TOPICS ? platformName(one) : t(`install-${one}`)}</a>)}
      </nav>
      <RoleNote deed="endpoints" />
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <div class="card install" key={shown} aria-busy={!data && !problem}>
        {data && (shown in TOPICS ? <Webhooks platform={shown} endpoint={endpoint} onMade={reload} /> : shown === "api" ? <Api /> : <Checkout />)}
      </div>
    </>
  );
}

function Step({ n, title, children }: { n: number; title: string; children: ComponentChildren }) {
  return (
    <section class="step" aria-labelledby={`step-${n}`}>
      <span class="step-number" aria-hidden="true">{n}</span>
      <div class="step-words"><h2 id={`step-${n}`}>{title}</h2>{children}</div>
    </section>
  );
}

function Code({ text }: { text: string }) {
  return <div class="snippet"><pre tabIndex={0} role="group" aria-label={t("snippet")}>{text}</pre><CopyButton text={text} /></div>;
}

function Webhooks({ platform, endpoint, onMade }: { platform: string; endpoint: Endpoint | undefined; onMade: () => void }) {
  const [asking, ask] = useState(false);
  const [made, setMade] = useState<Endpoint | null>(null);
  return (
    <>
      <Step n={1} title={t("install-endpoint")}>
        {endpoint ? <p>{t("install-endpoint-there")} <a href={href({ view: "settings", tab: "endpoints" })}>{t("settings-tab-endpoints")}</a></p> : (
          <>
            <p>{t(`install-endpoint-${platform}`)}</p>
            <p><Button needs="endpoints" look="main" onClick={() => ask(true)}>{t("endpoint-make")}</Button></p>
          </>
        )}
      </Step>
      <Step n={2} title={t(`install-where-${platform}`)}>
        <p>{t(`install-how-${platform}`)}</p>
        <ul class="topics">{TOPICS[platform]?.map((topic) => <li><Copy text={topic} label={t("install-copy-topic", { topic })} /></li>)}</ul>
      </Step>
      <Step n={3} title={t("install-back")}>
        <p>{t("install-back-text")} <a href={href({ view: "settings", tab: "connections" })}>{t("settings-tab-connections")}</a></p>
      </Step>
      <Step n={4} title={t("install-seen")}>
        <p data-seen={endpoint?.last_delivery_at ? "true" : undefined} class="install-seen"><LastDelivery at={endpoint?.last_delivery_at ?? null} /></p>
        {!endpoint?.last_delivery_at && <p class="quiet">{t("install-seen-how")}</p>}
      </Step>
      {asking && (
        <NewEndpoint platform={platform} onClose={() => ask(false)} onDone={(endpoint) => {
          ask(false);
          setMade(endpoint);
          onMade();
        }} />
      )}
      {made && <MadeEndpoint endpoint={made} onClose={() => setMade(null)} />}
    </>
  );
}

function Api() {
  const edge = location.origin;
  const key = "-H 'Authorization: Bearer sk_…'";
  return (
    <>
      <Step n={1} title={t("install-key")}>
        <p>{t("install-key-text")} <a href={href({ view: "settings", tab: "keys" })}>{t("settings-tab-keys")}</a></p>
      </Step>
      <Step n={2} title={t("install-order")}>
        <p>{t("install-order-text")}</p>
        <Code text={`curl ${edge}/v1/orders ${key} -H 'Content-Type: application/json' -d '{
  "id": "1001", "placed_at": "${new Date().toISOString().slice(0, 19)}Z", "currency": "EUR", "total": "120.50",
  "email": "buyer@example.com", "ip": "203.0.113.7",
  "billing": { "first_name": "Anna", "last_name": "Example", "street": "Long Street 12", "postcode": "50-001", "city": "Wrocław", "country": "PL" },
  "lines": [{ "sku": "A-1", "quantity": 1, "price": "120.50" }],
  "payment": { "method": "cod" }
}'`} />
      </Step>
      <Step n={3} title={t("install-ask")}>
        <p>{t("install-ask-text")}</p>
        <Code text={`curl ${edge}/v1/orders/1001/fulfilment ${key}\n# {"release":false,"why":"held"}`} />
      </Step>
    </>
  );
}

function Checkout() {
  return (
    <>
      <Step n={1} title={t("install-key")}>
        <p>{t("install-pk-text")} <a href={href({ view: "settings", tab: "keys" })}>{t("settings-tab-keys")}</a></p>
      </Step>
      <Step n={2} title={t("install-tag")}>
        <p>{t("install-tag-text")}</p>
        <Code text={`<script async src="${location.origin}/v1/og.js" data-shop="pk_…" data-form="#checkout"></script>`} />
      </Step>
      <Step n={3} title={t("install-token")}>
        <p>{t("install-token-text")}</p>
      </Step>
    </>
  );
}
