import { keysOn } from "../keys";
import { Dialog } from "../parts/dialog";
import { t } from "../text";
import "./keys-dialog.css";
import { ITEMS } from "./nav";

const KEYS = [["j", "next"], ["k", "previous"], ["Enter", "open"], ["u", "back"], ["r", "refresh"], ["x", "select"], ["b", "blacklist"], ["h", "hold"], ["/", "find"], ["f", "filters"], ["?", "keys"]] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("keys-title")} onClose={onClose}>
      <div class="dialog-body">
        <dl class="keys">
          {KEYS.map(([key, does]) => (
            <div>
              <dt><kbd>{key}</kbd></dt>
              <dd>{t(`keys-${does}`)}</dd>
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
          <input type="checkbox" data-first checked={keysOn.value} onChange={(event) => (keysOn.value = event.currentTarget.checked)} />
          <span>{t("keys-switch")}</span>
        </label>
      </div>
    </Dialog>
  );
}
