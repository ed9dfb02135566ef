// Text to be taken elsewhere, with a button that copies it; and secrets, which are shown this once.
import { t } from "../text";
import { Button } from "./button";
import { Dialog } from "./dialog";
import "./rows.css";
import { say } from "./toast";

export function CopyButton({ text, label }: { text: string; label?: string }) {
  return (
    <Button look="bare" icon="copy" label={label ?? t("copy")} onClick={() => {
      navigator.clipboard.writeText(text).then(() => say(t("copied")), () => say(t("copy-failed"), { tone: "bad" }));
    }} />
  );
}

/** One line to copy. */
export function Copy({ text, label }: { text: string; label?: string }) {
  return <p class="once"><code>{text}</code><CopyButton text={text} {...(label ? { label } : {})} /></p>;
}

/** A secret that no other answer will show. */
export function SecretDialog({ title, about, secret, onClose }: { title: string; about: string; secret: string; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="dialog-body form-fields">
        <p>{about}</p>
        <Copy text={secret} />
        <p class="quiet">{t("secret-once")}</p>
      </div>
      <div class="dialog-foot"><Button look="main" onClick={onClose}>{t("secret-kept")}</Button></div>
    </Dialog>
  );
}
