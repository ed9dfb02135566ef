// How the reader signs in: their passkeys, and where they are signed in now.
import { useState } from "preact/hooks";
import { call } from "../api";
import { said } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Field, FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { addPasskey, isThereAlready, listPasskeys, namedPage, passkeysWork, removePasskey, wasCancelled, type Passkey } from "../passkeys";
import { refreshSession, session } from "../session";
import { t } from "../text";
import type { List } from "../types";

type Signed = { id: string; user: { id: string; name: string }; created_at: string; seen_at: string; expires_at: string; current: boolean };
const listSessions = (signal?: AbortSignal): Promise<Signed[]> => call<List<Signed>>("GET", "/v1/sessions", undefined, signal).then(({ data }) => data);
const endSession = (id: string): Promise<void> => call("DELETE", `/v1/sessions/${encodeURIComponent(id)}`);

export function SignIn() {
  return (
    <>
      <Passkeys />
      <Sessions />
    </>
  );
}

function Passkeys() {
  const { data, problem, reload } = useLoad("passkeys", listPasskeys);
  const [adding, add] = useState(false);
  const [leaving, leave] = useState<Passkey | null>(null);
  const changed = async (word: string): Promise<void> => {
    reload();
    say(t(word));
    await refreshSession();
  };
  return (
    <section class="card" aria-busy={!data && !problem} aria-labelledby="passkeys">
      <div class="sign-in-head">
        <h2 id="passkeys">{t("passkeys-title")}</h2>
        {passkeysWork && <Button icon="plus" onClick={() => add(true)}>{t("passkey-add")}</Button>}
      </div>
      <p class="note">{t("passkeys-text")}</p>
      {!passkeysWork && <p class="note">{t("passkeys-name")} {namedPage && <a href={namedPage}>{new URL(namedPage).host}</a>}</p>}
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <ul class="rows">
        {data?.map((passkey) => (
          <li key={passkey.id} data-passkey={passkey.id}>
            <div class="row-main"><span><Isolate text={passkey.name} /></span></div>
            <div class="row-part quiet">
              {t("passkey-added")} <Time at={passkey.created_at} />
              {passkey.used_at && <><br />{t("passkey-used")} <Time at={passkey.used_at} /></>}
            </div>
            <div class="row-acts"><Button look="bare" icon="trash" label={t("passkey-remove", { name: said(passkey.name) })} onClick={() => leave(passkey)} /></div>
          </li>
        ))}
      </ul>
      {data?.length === 0 && passkeysWork && <p class="note">{t("passkeys-none")}</p>}
      {adding && <Add taken={data?.length ?? 0} onClose={() => add(false)} onDone={() => void changed("passkey-is-added")} />}
      {leaving && (
        <FormDialog
          danger title={t("passkey-remove", { name: said(leaving.name) })} action={t("passkey-remove-action")} onClose={() => leave(null)}
          send={async () => {
            await removePasskey(leaving.id);
            leave(null);
            await changed("passkey-is-removed");
          }}
        >
          <p>{t("passkey-remove-text")}</p>
        </FormDialog>
      )}
    </section>
  );
}

function Add({ taken, onClose, onDone }: { taken: number; onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState(t("passkey-name-first", { number: taken + 1 }));
  const [cancelled, setCancelled] = useState("");
  return (
    <FormDialog
      title={t("passkey-add")} action={t("passkey-go-on")} onClose={onClose} check={() => (name.trim() ? {} : { "/name": t("passkey-name-missing") })}
      send={async () => {
        setCancelled("");
        try {
          await addPasskey(name);
        } catch (error) {
          if (!wasCancelled(error)) throw error;
          setCancelled(t(isThereAlready(error) ? "passkey-there" : "passkey-cancelled"));
          return;
        }
        onClose();
        onDone();
      }}
    >
      <p>{t("passkey-add-text")}</p>
      <Field pointer="/name" label={t("passkey-name")} value={name} required first onInput={setName} />
      {cancelled && <p class="form-problem" role="alert">{cancelled}</p>}
    </FormDialog>
  );
}

function Sessions() {
  const { data, problem, reload } = useLoad("sessions", listSessions);
  const others = session.value?.user.role === "admin";
  const end = (one: Signed): void => {
    endSession(one.id).then(() => {
      reload();
      say(t("session-ended"));
    }, sayProblem);
  };
  return (
    <section class="card" aria-busy={!data && !problem} aria-labelledby="sessions">
      <div class="sign-in-head"><h2 id="sessions">{t(others ? "sessions-title-all" : "sessions-title")}</h2></div>
      <p class="note">{t("sessions-text")}</p>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <ul class="rows">
        {data?.map((one) => (
          <li key={one.id} data-session={one.id}>
            <div class="row-main"><span><Isolate text={one.user.name} /> {one.current && <Tag tone="good">{t("session-this")}</Tag>}</span></div>
            <div class="row-part quiet">{t("session-begun")} <Time at={one.created_at} /><br />{t("session-seen")} <Time at={one.seen_at} /></div>
            <div class="row-acts">{!one.current && <Button onClick={() => end(one)}>{t("session-end")}</Button>}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
