// API keys: for the shop's servers and for its checkout. A key is shown once, when it is made.
import { useState } from "preact/hooks";
import { call } from "../api";
import { day, said } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Confirm } from "../parts/confirm";
import { SecretDialog } from "../parts/copy";
import { Field, FormDialog, wholeNumber } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say } from "../parts/toast";
import { t } from "../text";
import type { List } from "../types";

type Key = {
  id: string; kind: "sk" | "pk"; name: string; last4: string | null; origins: string[]; created_at: string;
  last_used_on: string | null; ends_at: string | null; key?: string;
};
type Asking = { what: "edit"; key: Key | null } | { what: "rotate" | "revoke"; key: Key };

const at = (key: Key, more = ""): string => `/v1/keys/${encodeURIComponent(key.id)}${more}`;
const nameOf = (key: Key): string => said(key.name || `${key.kind}_…${key.last4 ?? ""}`);

export function Keys() {
  const { data, problem, reload } = useLoad("keys", (signal) => call<List<Key>>("GET", "/v1/keys", undefined, signal));
  const [asking, ask] = useState<Asking | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const close = (): void => ask(null);
  const done = (key?: Key): void => {
    close();
    reload();
    setMade(key?.key ?? null);
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <section class="card" aria-busy={!data && !problem} aria-label={t("settings-tab-keys")}>
        <div class="card-head">
          <span class="quiet-start">{t("keys-text")}</span>
          <Button icon="plus" onClick={() => ask({ what: "edit", key: null })}>{t("key-add")}</Button>
        </div>
        <ul class="rows">{data?.data.map((key) => <KeyRow key={key.id} of={key} onAsk={ask} />)}</ul>
      </section>
      {asking?.what === "edit" && <KeyDialog known={asking.key} onClose={close} onDone={done} />}
      {asking?.what === "rotate" && <RotateDialog title={t("key-rotate-title", { name: nameOf(asking.key) })} path={at(asking.key, "/rotate")} onClose={close} onDone={(answer) => done(answer as Key)} />}
      {asking?.what === "revoke" && (
        <Confirm title={t("key-revoke-title", { name: nameOf(asking.key) })} action={t("key-revoke")} word={asking.key.last4 ?? asking.key.kind} onClose={close} send={async () => {
          await call("DELETE", at(asking.key));
          done();
        }}>
          <p>{t("key-revoke-text")}</p>
        </Confirm>
      )}
      {made && <SecretDialog title={t("key-made")} about={t(made.startsWith("sk_") ? "key-made-sk" : "key-made-pk")} secret={made} onClose={() => setMade(null)} />}
    </>
  );
}

function KeyRow({ of, onAsk }: { of: Key; onAsk: (asking: Asking) => void }) {
  return (
    <li data-key={of.last4}>
      <div class="row-main">
        <span>{of.name ? <Isolate text={of.name} /> : t(`key-${of.kind}`)}</span>
        <span class="quiet"><code>{`${of.kind}_…${of.last4 ?? ""}`}</code> {of.name && t(`key-${of.kind}`)}</span>
        {of.origins.map((origin) => <span class="quiet"><Isolate text={origin} /></span>)}
      </div>
      <div class="row-part">
        {of.ends_at && <><Tag tone="marked">{t("key-ends")}</Tag> <Time at={of.ends_at} /></>}
        <span class="quiet">{of.last_used_on ? t("key-used", { day: day(of.last_used_on) }) : t("key-unused")}</span>
      </div>
      <div class="row-acts">
        <Button onClick={() => onAsk({ what: "edit", key: of })}>{t("edit")}</Button>
        {!of.ends_at && <Button onClick={() => onAsk({ what: "rotate", key: of })}>{t("rotate")}</Button>}
        <Button look="bare" icon="trash" label={t("key-revoke-title", { name: nameOf(of) })} onClick={() => onAsk({ what: "revoke", key: of })} />
      </div>
    </li>
  );
}

function KeyDialog({ known, onClose, onDone }: { known: Key | null; onClose: () => void; onDone: (key: Key) => void }) {
  const [kind, setKind] = useState<Key["kind"]>(known?.kind ?? "sk");
  const [name, setName] = useState(known?.name ?? "");
  const [origins, setOrigins] = useState((known?.origins ?? []).join("\n"));
  const list = kind === "pk" ? origins.split(/\s+/).filter(Boolean) : [];
  return (
    <FormDialog
      title={t(known ? "key-edit" : "key-add")} action={t(known ? "save" : "key-make")} onClose={onClose}
      send={async () => onDone(await (known ? call<Key>("PUT", at(known), { name, origins: list }) : call<Key>("POST", "/v1/keys", { kind, name, origins: list })))}
    >
      {!known && <Field pointer="/kind" label={t("key-kind")} value={kind} options={[["sk", t("key-sk")], ["pk", t("key-pk")]]} help={t(`key-${kind}-help`)} onInput={(value) => setKind(value as Key["kind"])} />}
      <Field pointer="/name" label={t("column-name")} value={name} help={t("key-name-help")} first onInput={setName} />
      {kind === "pk" && <Field pointer="/origins" label={t("key-origins")} value={origins} rows={3} help={t("key-origins-help")} onInput={setOrigins} />}
    </FormDialog>
  );
}

type RotateProps = { title: string; path: string; secret?: boolean; onClose: () => void; onDone: (answer: unknown) => void };

/** Another key or secret in the place of one, which works on for a while. */
export function RotateDialog({ title, path, secret, onClose, onDone }: RotateProps) {
  const [hours, setHours] = useState("24");
  const [given, setGiven] = useState("");
  return (
    <FormDialog
      title={title} action={t("rotate")} onClose={onClose} check={() => (typeof wholeNumber(hours) === "number" ? {} : { "/previous_hours": t("bad-number") })}
      send={async () => {
        const answer = await call("POST", path, { previous_hours: wholeNumber(hours), ...(given.trim() ? { secret: given.trim() } : {}) });
        say(t("rotated"));
        onDone(answer);
      }}
    >
      <p>{t("rotate-text")}</p>
      <Field pointer="/previous_hours" label={t("rotate-hours")} type="number" value={hours} first help={t("rotate-hours-help")} onInput={setHours} />
      {secret && <Field pointer="/secret" label={t("endpoint-secret")} type="password" value={given} help={t("endpoint-secret-help")} onInput={setGiven} />}
    </FormDialog>
  );
}
