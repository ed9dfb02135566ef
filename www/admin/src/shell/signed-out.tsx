import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Logo } from "../parts/icon";
import { loadSession, session, wasSignedIn } from "../session";
import { t } from "../text";
import "./signed-out.css";

export function SignedOut() {
  const [busy, setBusy] = useState(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    await loadSession();
    setBusy(false);
  };
  return (
    <main class="signed-out">
      <div class="signed-out-card card">
        <p class="signed-out-mark"><Logo /><span>{t("product")}</span></p>
        <h1 tabIndex={-1}>{t(wasSignedIn.value ? "signed-out-after" : "signed-out-title")}</h1>
        <p>{t("signed-out-ask")}</p>
        <p class="signed-out-command"><code>cargo xtask start</code><span class="quiet">{t("signed-out-prints")}</span></p>
        <p class="quiet">{t("signed-out-once")}</p>
        <Button look="main" busy={busy} disabled={busy || session.value != null} onClick={() => void again()}>{t("signed-out-again")}</Button>
      </div>
    </main>
  );
}
