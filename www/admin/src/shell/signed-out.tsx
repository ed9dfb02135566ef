import { problemOf } from "../api";
import { Button } from "../parts/button";
import { Logo } from "../parts/icon";
import { namedPage, passkeysWork, signInWithPasskey, wasCancelled } from "../passkeys";
import { loadSession, session, wasSignedIn } from "../session";
import { t } from "../text";
import { useState } from "preact/hooks";
import "./signed-out.css";

/** The deployment trusts Cloudflare Access; the Worker marks the page. */
const byAccess = document.getElementById("app")?.dataset["access"] === "true";

export function SignedOut() {
  const [busy, setBusy] = useState(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    await loadSession();
    setBusy(false);
  };
  const [refused, setRefused] = useState("");
  const byPasskey = async (): Promise<void> => {
    setBusy(true);
    setRefused("");
    try {
      await signInWithPasskey();
      await loadSession();
    } catch (error) {
      const problem = problemOf(error);
      setRefused(wasCancelled(error) ? t("passkey-cancelled") : problem.detail || problem.title);
    }
    setBusy(false);
  };
  return (
    <main class="signed-out">
      <div class="signed-out-card card">
        <p class="signed-out-mark"><Logo /><span>{t("product")}</span></p>
        <h1 tabIndex={-1}>{t(wasSignedIn.value ? "signed-out-after" : "signed-out-title")}</h1>
        {passkeysWork && <Button look="main" icon="lock" busy={busy} disabled={busy} onClick={() => void byPasskey()}>{t("passkey-sign-in")}</Button>}
        {!passkeysWork && namedPage && <p class="quiet">{t("passkeys-name")} <a href={namedPage}>{new URL(namedPage).host}</a></p>}
        {byAccess && <a class={`button button-${passkeysWork ? "plain" : "main"}`} href="/admin/sign-in">{t("access-sign-in")}</a>}
        {refused && <p class="form-problem" role="alert">{refused}</p>}
        <p>{t(passkeysWork || byAccess ? "signed-out-or" : "signed-out-ask")}</p>
        <p class="signed-out-command"><code>cargo xtask start</code><span class="quiet">{t("signed-out-prints")}</span></p>
        <p class="quiet">{t("signed-out-once")}</p>
        <Button look={passkeysWork || byAccess ? "plain" : "main"} busy={busy} disabled={busy || session.value != null} onClick={() => void again()}>{t("signed-out-again")}</Button>
      </div>
    </main>
  );
}
