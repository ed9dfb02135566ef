// Whoever came by a link and has no passkey is told once a visit that there is a better way.
import { signal } from "@preact/signals";
import { Button } from "../parts/button";
import { passkeysWork } from "../passkeys";
import { href, route } from "../route";
import { session } from "../session";
import { t } from "../text";
import "./passkey-note.css";

const later = signal(false);

export function PasskeyNote() {
  const there = route.value.view === "settings" && route.value.tab === "sign-in";
  if (!passkeysWork || later.value || there || session.value?.passkeys !== 0) return null;
  return (
    <aside class="passkey-note" aria-label={t("passkeys-title")}>
      <p>{t("passkey-note")}</p>
      <a class="button button-plain" href={href({ view: "settings", tab: "sign-in" })}>{t("passkey-add")}</a>
      <Button look="bare" icon="close" label={t("passkey-note-later")} onClick={() => (later.value = true)} />
    </aside>
  );
}
