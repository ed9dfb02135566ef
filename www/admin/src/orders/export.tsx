// The selected orders as a file: what will be in it is said first.
import { count, wall, zone } from "../format";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { say } from "../parts/toast";
import { t } from "../text";
import type { OrderRow } from "../types";
import { columns, csv } from "./csv";

export function ExportDialog({ rows, onClose }: { rows: readonly OrderRow[]; onClose: () => void }) {
  const n = { n: rows.length, count: count(rows.length) };
  const name = `orders-${wall(Date.now()).slice(0, 10)}.csv`;
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say(t("export-done", { ...n, name }));
    onClose();
  };
  return (
    <Dialog title={t("export-title", n)} onClose={onClose}>
      <div class="dialog-body form-fields">
        <p>{t("export-text", { zone: zone.value })}</p>
        <ul class="chips">{columns().map((word) => <li class="chip tone-quiet">{word}</li>)}</ul>
        <p class="quiet">{t("export-care")}</p>
      </div>
      <div class="dialog-foot">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button look="main" onClick={save}>{t("export-do")}</Button>
      </div>
    </Dialog>
  );
}
