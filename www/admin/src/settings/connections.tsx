// Connections: how holds and releases reach the shop's platform. Keys are taken and never shown again.
import { useState } from "preact/hooks";
import { platformName, said } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Confirm } from "../parts/confirm";
import { Field, FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say } from "../parts/toast";
import { t } from "../text";
import { listConnections, putConnection, removeConnection, type Connection, type Platform } from "./store";

const PLATFORMS: readonly Platform[] = ["woocommerce", "shopify"];

export function Connections() {
  const { data, problem, reload } = useLoad("connections", listConnections);
  const [asking, ask] = useState<{ platform: Platform; remove?: true } | null>(null);
  const close = (): void => ask(null);
  return (
    <>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <section class="card" aria-busy={!data && !problem} aria-label={t("settings-tab-connections")}>
        <p class="note">{t("connections-text")}</p>
        <ul class="rows">
          {data && PLATFORMS.map((platform) => (
            <Row key={platform} platform={platform} connection={data.find((one) => one.platform === platform)} onConnect={() => ask({ platform })} onRemove={() => ask({ platform, remove: true })} />
          ))}
        </ul>
      </section>
      {asking && !asking.remove && <Connect platform={asking.platform} known={data?.find((one) => one.platform === asking.platform)} onClose={close} onDone={reload} />}
      {asking?.remove && (
        <Confirm
          title={t("connection-remove-title", { platform: platformName(asking.platform) })} action={t("connection-remove")} word={platformName(asking.platform)} onClose={close}
          send={async () => {
            await removeConnection(asking.platform);
            close();
            reload();
          }}
        >
          <p>{t("connection-remove-text")}</p>
        </Confirm>
      )}
    </>
  );
}

/** Whether deliveries arrive. */
const stands = (webhook: string): boolean => ["active", "reactivated", "recreated"].includes(webhook);

function Row({ platform, connection, onConnect, onRemove }: { platform: Platform; connection: Connection | undefined; onConnect: () => void; onRemove: () => void }) {
  return (
    <li data-platform={platform}>
      <div class="row-main">
        <span>{platformName(platform)} {connection && <Tag tone={connection.poll_error ? "bad" : "good"}>{t(connection.poll_error ? "connection-failing" : "connected")}</Tag>}</span>
        {connection && <span class="quiet"><Isolate text={connection.address} /></span>}
        {connection?.poll_error && <span class="row-bad"><Isolate text={connection.poll_error} /></span>}
      </div>
      <div class="row-part">
        {connection ? (
          <>
            {t("connection-key-ends", { ends: said(connection.key_ends) })}
            <span class="quiet"><br />{connection.polled_at ? <>{t("connection-polled")} <Time at={connection.polled_at} /></> : t("connection-not-polled")}</span>
            {connection.webhook && <span class={stands(connection.webhook) ? "quiet" : "row-bad"}><br />{t("connection-webhook", { state: connection.webhook })}</span>}
          </>
        ) : <span class="quiet">{t("connection-none")}</span>}
      </div>
      <div class="row-acts">
        <Button onClick={onConnect}>{t(connection ? "connection-replace" : "connect")}</Button>
        {connection && <Button look="bare" icon="trash" label={t("connection-remove-title", { platform: platformName(platform) })} onClick={onRemove} />}
      </div>
    </li>
  );
}

function Connect({ platform, known, onClose, onDone }: { platform: Platform; known: Connection | undefined; onClose: () => void; onDone: () => void }) {
  const woo = platform === "woocommerce";
  const [address, setAddress] = useState(woo ? (known?.address ?? "") : (known?.address.replace(/^https:\/\//, "") ?? ""));
  const [key, setKey] = useState("");
  const [secret, setSecret] = useState("");
  const [hold, setHold] = useState<string>(known?.hold ?? "note");
  const trimmed = { address: address.trim(), key: key.trim(), secret: secret.trim() };
  return (
    <FormDialog
      title={t("connect-title", { platform: platformName(platform) })} action={t("connect")} onClose={onClose}
      send={async () => {
        await putConnection(platform, woo
          ? { url: trimmed.address, consumer_key: trimmed.key, consumer_secret: trimmed.secret, hold }
          : { shop_domain: trimmed.address, access_token: trimmed.secret });
        say(t("connection-saved"));
        onDone();
        onClose();
      }}
    >
      <p>{t(`connect-text-${platform}`)}</p>
      <Field pointer={woo ? "/url" : "/shop_domain"} label={t(`connect-address-${platform}`)} help={t(`connect-address-help-${platform}`)} value={address} required first onInput={setAddress} />
      {woo && <Field pointer="/consumer_key" label={t("connect-key")} value={key} required type="password" onInput={setKey} />}
      <Field pointer={woo ? "/consumer_secret" : "/access_token"} label={t(woo ? "connect-secret" : "connect-token")} value={secret} required type="password" help={t("connect-secret-help")} onInput={setSecret} />
      {woo && (
        <Field pointer="/hold" label={t("connect-hold")} value={hold} options={[["note", t("connect-hold-note")], ["status", t("connect-hold-status")]]}
          help={hold === "status" ? <strong class="rule-warning">{t("connect-hold-status-warning")}</strong> : t("connect-hold-note-help")} onInput={setHold} />
      )}
    </FormDialog>
  );
}
