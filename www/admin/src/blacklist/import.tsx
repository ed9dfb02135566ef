// Entries from a CSV file: first what each line comes to, then all of them or none.
import { useState } from "preact/hooks";
import { call } from "../api";
import { count, fieldName } from "../format";
import { Copy } from "../parts/copy";
import { FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { say } from "../parts/toast";
import { t } from "../text";
import { FIRST_FIELDS, MORE_FIELDS } from "./fields";

type Line = { line: number; status: "new" | "changed" | "same" | "invalid"; id?: string; errors?: { pointer: string; detail: string }[] };
type Report = { written: boolean; new: number; changed: number; same: number; invalid: number; lines: Line[] };

const HEADER = [...FIRST_FIELDS, ...MORE_FIELDS, "id", "effect", "points", "match", "reason", "expires_at"].join(",");
const SHOWN = 50;
const send = (file: Blob, dry: boolean): Promise<Report> => call("POST", `/v1/entries/import?dry_run=${dry}`, file);

export function ImportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const writes = report ? report.new + report.changed : 0;
  const ready = report !== null && report.invalid === 0 && writes > 0;
  return (
    <FormDialog
      title={t("import-title")} action={ready ? t("import-do", { n: writes }) : t("import-try")} onClose={onClose}
      check={() => (file ? {} : { "/file": t("import-no-file") })}
      send={async () => {
        if (!file) return;
        if (!ready) return setReport(await send(file, true));
        const done = await send(file, false);
        say(t("import-done", { n: done.new + done.changed }));
        onDone();
        onClose();
      }}
    >
      <p>{t("import-text")}</p>
      <Copy text={HEADER} label={t("import-copy")} />
      <div class="input">
        <label for="import-file">{t("import-file")}</label>
        <input
          id="import-file" type="file" accept=".csv,text/csv" data-first="true" data-pointer="/file"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null);
            setReport(null);
          }}
        />
      </div>
      {report && (
        <div role="status">
          <p><strong>{t("import-found", { new: report.new, changed: report.changed, same: report.same, invalid: report.invalid })}</strong></p>
          <p class="quiet">{t(report.invalid > 0 ? "import-mend" : writes === 0 ? "import-nothing" : "import-ready")}</p>
          <Lines lines={report.lines} />
        </div>
      )}
    </FormDialog>
  );
}

/** What is wrong comes first, then what is new; of what is the same only the number is told. */
function Lines({ lines }: { lines: Line[] }) {
  const order = ["invalid", "new", "changed"];
  const told = lines.filter(({ status }) => status !== "same").sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.line - b.line);
  return (
    <ul class="import-lines" tabIndex={0} aria-label={t("import-lines")}>
      {told.slice(0, SHOWN).map((line) => (
        <li>
          <span class={line.status === "invalid" ? "row-bad" : ""}>{t("import-line", { line: line.line })} {t(`import-${line.status}`)}</span>{" "}
          {(line.errors ?? []).map(({ pointer, detail }) => <span class="row-bad"><Isolate text={[fieldName(pointer.slice(1)), detail.replace(/^entry `[^`]*`: /, "")].filter(Boolean).join(": ")} /> </span>)}
        </li>
      ))}
      {told.length > SHOWN && <li class="quiet">{t("import-more", { count: count(told.length - SHOWN) })}</li>}
    </ul>
  );
}
