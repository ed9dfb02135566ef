// Orders as a file: those that are selected, or all that the filters show. What will be in it is said first, and that somebody took
// it is noted before they have it.
import { useEffect, useRef, useState } from "preact/hooks";
import { at, listed, post, problemOf, wasAborted } from "../api";
import { count, wall, zone } from "../format";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { ProblemNote } from "../parts/problem";
import { say } from "../parts/toast";
import type { RouteOf } from "../route";
import { t } from "../text";
import type { List, OrderRow, Problem } from "../types";
import { columns, csv } from "./csv";
import { apiFilter } from "./filter";

/** As many as one file holds: more would have to be sorted by a machine, and machines have the API. */
const MOST = 10_000;

type Props = { route: RouteOf<"orders">; rows: readonly OrderRow[] | "all"; onClose: () => void };

export function ExportDialog({ route, rows, onClose }: Props) {
  const [read, setRead] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reading = useRef(new AbortController());
  useEffect(() => () => reading.current.abort(), []);

  const all = async (): Promise<{ rows: OrderRow[]; cut: boolean }> => {
    const found = new Map<string, OrderRow>();
    let cursor: string | null = null;
    do {
      setRead(found.size);
      const page: List<OrderRow> = await listed<OrderRow>("/v1/orders", { ...apiFilter(route), limit: "200" }, cursor, reading.current.signal);
      for (const row of page.data) found.set(row.id, row);
      cursor = page.next;
    } while (cursor !== null && found.size < MOST);
    return { rows: [...found.values()], cut: cursor !== null };
  };
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      const file = rows === "all" ? await all() : { rows, cut: false };
      await post(at("orders", "exports"), { orders: file.rows.length, ...(rows === "all" ? { filters: apiFilter(route) } : {}) });
      const name = `orders-${wall(Date.now()).slice(0, 10)}.csv`;
      download(name, csv(file.rows));
      const done = t("export-done", { n: file.rows.length, count: count(file.rows.length), name });
      say(file.cut ? `${done} ${t("export-cut")}` : done);
      onClose();
    } catch (error) {
      if (wasAborted(error)) return;
      setRead(null);
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog title={rows === "all" ? t("export-all") : t("export-title", { n: rows.length, count: count(rows.length) })} onClose={onClose}>
      <div class="dialog-body form-fields">
        {problem && <ProblemNote problem={problem} />}
        <p>{t("export-text", { zone: zone.value })}</p>
        <ul class="chips">{columns().map((word) => <li class="chip tone-quiet">{word}</li>)}</ul>
        <p class="quiet">{t("export-care")}</p>
        <p class="quiet" role="status">{read !== null && t("export-reading", { count: count(read) })}</p>
      </div>
      <div class="dialog-foot">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button look="main" busy={read !== null} disabled={read !== null} onClick={() => void save()}>{t("export-do")}</Button>
      </div>
    </Dialog>
  );
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
