// Webhook endpoints: where the shop's platform delivers to, what it delivered, and sending one of it through again.
import { useState } from "preact/hooks";
import { call } from "../api";
import { platformName } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Confirm } from "../parts/confirm";
import { Copy } from "../parts/copy";
import { Dialog } from "../parts/dialog";
import { Field, FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { href } from "../route";
import { t, tOr } from "../text";
import type { List } from "../types";
import { RotateDialog } from "./keys";

export type Endpoint = {
  id: string; platform: string; created_at: string; rotated_at: string | null; previous_until: string | null; last_delivery_at: string | null;
  url?: string; secret?: string;
};
type Delivery = { id: string; topic: string; order: string | null; outcome: string; received_at: string; body: boolean };
type Asking = { what: "new" } | { what: "rotate" | "remove" | "deliveries"; of: Endpoint };

const at = ({ id }: Endpoint): string => `/v1/endpoints/${encodeURIComponent(id)}`;
export const listEndpoints = (signal?: AbortSignal): Promise<Endpoint[]> => call<List<Endpoint>>("GET", "/v1/endpoints", undefined, signal).then(({ data }) => data);

export function Endpoints() {
  const { data, problem, reload } = useLoad("endpoints", listEndpoints);
  const [asking, ask] = useState<Asking | null>(null);
  const [made, setMade] = useState<Endpoint | null>(null);
  const close = (): void => ask(null);
  const done = (endpoint?: Endpoint): void => {
    close();
    reload();
    setMade(endpoint && (endpoint.url || endpoint.secret) ? endpoint : null);
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <section class="card" aria-busy={!data && !problem} aria-label={t("settings-tab-endpoints")}>
        <div class="card-head">
          <span class="quiet-start">{t("endpoints-text")}</span>
          <Button icon="plus" onClick={() => ask({ what: "new" })}>{t("endpoint-add")}</Button>
        </div>
        <ul class="rows">
          {data?.map((endpoint) => (
            <li key={endpoint.id} data-platform={endpoint.platform}>
              <div class="row-main">
                <span>{platformName(endpoint.platform)}</span>
                <LastDelivery at={endpoint.last_delivery_at} />
              </div>
              <div class="row-part">{endpoint.previous_until && <><Tag tone="marked">{t("endpoint-previous")}</Tag> <Time at={endpoint.previous_until} /></>}</div>
              <div class="row-acts">
                <Button onClick={() => ask({ what: "deliveries", of: endpoint })}>{t("deliveries")}</Button>
                <Button onClick={() => ask({ what: "rotate", of: endpoint })}>{t("rotate")}</Button>
                <Button look="bare" icon="trash" label={t("endpoint-remove-title", { platform: platformName(endpoint.platform) })} onClick={() => ask({ what: "remove", of: endpoint })} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {asking?.what === "new" && <NewEndpoint platform={data?.some(({ platform }) => platform === "woocommerce") ? "shopify" : "woocommerce"} onClose={close} onDone={done} />}
      {asking?.what === "rotate" && (
        <RotateDialog secret title={t("endpoint-rotate-title", { platform: platformName(asking.of.platform) })} path={`${at(asking.of)}/rotate`} onClose={close} onDone={(answer) => done(answer as Endpoint)} />
      )}
      {asking?.what === "remove" && (
        <Confirm title={t("endpoint-remove-title", { platform: platformName(asking.of.platform) })} action={t("endpoint-remove")} word={platformName(asking.of.platform)} onClose={close} send={async () => {
          await call("DELETE", at(asking.of));
          done();
        }}>
          <p>{t("endpoint-remove-text")}</p>
        </Confirm>
      )}
      {asking?.what === "deliveries" && <Deliveries endpoint={asking.of} onClose={close} />}
      {made && <MadeEndpoint endpoint={made} onClose={() => setMade(null)} />}
    </>
  );
}

export function LastDelivery({ at }: { at: string | null }) {
  return <span class="quiet">{at ? <>{t("delivery-last")} <Time at={at} /></> : t("delivery-none")}</span>;
}

/** Address and secret of an endpoint, which no other answer will show. */
export function MadeEndpoint({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  return (
    <Dialog title={t("endpoint-made", { platform: platformName(endpoint.platform) })} onClose={onClose}>
      <div class="dialog-body form-fields">
        {endpoint.url && <div><p>{t("endpoint-url")}</p><Copy text={endpoint.url} label={t("copy-address")} /></div>}
        {endpoint.secret && <div><p>{t("endpoint-secret")}</p><Copy text={endpoint.secret} label={t("copy-secret")} /></div>}
        <p class="quiet">{t("secret-once")}</p>
      </div>
      <div class="dialog-foot"><Button look="main" onClick={onClose}>{t("secret-kept")}</Button></div>
    </Dialog>
  );
}

export function NewEndpoint({ platform: first, onClose, onDone }: { platform: string; onClose: () => void; onDone: (endpoint: Endpoint) => void }) {
  const [platform, setPlatform] = useState(first);
  const [secret, setSecret] = useState("");
  return (
    <FormDialog title={t("endpoint-add")} action={t("endpoint-make")} onClose={onClose} send={async () => onDone(await call("POST", "/v1/endpoints", { platform, ...(secret.trim() ? { secret: secret.trim() } : {}) }))}>
      <Field pointer="/platform" label={t("column-platform")} value={platform} options={["woocommerce", "shopify"].map((one) => [one, platformName(one)])} onInput={setPlatform} />
      <Field pointer="/secret" label={t("endpoint-secret")} type="password" value={secret} help={t("endpoint-secret-help")} onInput={setSecret} />
    </FormDialog>
  );
}

function Deliveries({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const { data, problem, reload } = useLoad(endpoint.id, (signal) => call<List<Delivery>>("GET", `${at(endpoint)}/deliveries?limit=50`, undefined, signal));
  const replay = (delivery: Delivery): void => {
    call<{ outcome: string }>("POST", `${at(endpoint)}/deliveries/${encodeURIComponent(delivery.id)}/replay`).then(
      ({ outcome }) => {
        say(t("delivery-replayed", { outcome: tOr(`outcome-${outcome}`, outcome) }));
        reload();
      },
      sayProblem,
    );
  };
  return (
    <Dialog title={t("deliveries-title", { platform: platformName(endpoint.platform) })} onClose={onClose}>
      <div class="dialog-body" tabIndex={0} role="group" aria-label={t("deliveries")}>
        {problem && <ProblemNote problem={problem} onRetry={reload} />}
        {data?.data.length === 0 && <p class="quiet">{t("delivery-none")}</p>}
        <ul class="rows">
          {data?.data.map((delivery) => (
            <li key={delivery.id} data-delivery={delivery.id}>
              <div class="row-main">
                <span><Isolate text={delivery.topic} /></span>
                <span class="quiet"><Time at={delivery.received_at} /> {delivery.order && <a href={href({ view: "order", id: delivery.order })}><Isolate text={delivery.order} /></a>}</span>
              </div>
              <div class="row-part"><Tag tone={["unreadable", "conflict", "unknown_order"].includes(delivery.outcome) ? "marked" : "quiet"}>{tOr(`outcome-${delivery.outcome}`, delivery.outcome)}</Tag></div>
              <div class="row-acts">{delivery.body && <Button icon="refresh" onClick={() => replay(delivery)}>{t("delivery-replay")}</Button>}</div>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
