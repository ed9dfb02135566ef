import { useState } from "preact/hooks";
import { keysOn, keysShown } from "../keys";
import { Dialog } from "../parts/dialog";
import { t } from "../text";
import "./keys-dialog.css";
import { ITEMS } from "./nav";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [keys] = useState(keysShown); // as they were before the dialog stood in front of them
  return (
    <Dialog title={t("keys-title")} onClose={onClose}>
      <div class="dialog-body">
        <h3>{t("keys-here")}</h3>
        <dl class="keys">
          {keys.map(([key, does]) => (
            <div>
              <dt><kbd>{key}</kbd></dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <h3>{t("keys-go")}</h3>
        <dl class="keys">
          {ITEMS.map(({ key, name }) => (
            <div>
              <dt><kbd>g</kbd> <kbd>{key}</kbd></dt>
              <dd>{t(`nav-${name}`)}</dd>
            </div>
          ))}
        </dl>
        <label class="keys-switch">
          <input type="checkbox" checked={keysOn.value} onChange={(event) => (keysOn.value = event.currentTarget.checked)} />
          <span>{t("keys-switch")}</span>
        </label>
      </div>
    </Dialog>
  );
}
