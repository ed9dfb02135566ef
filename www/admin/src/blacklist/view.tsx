// Blacklist: the entries in force, to find, add and remove.
import { useEffect, useRef, useState } from "preact/hooks";
import { count } from "../format";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import "../parts/listing.css";
import { ProblemNote } from "../parts/problem";
import { say, sayProblem } from "../parts/toast";
import { ifMay, may } from "../roles";
import { adjust, href } from "../route";
import { t } from "../text";
import type { Entry } from "../types";
import { AddEntry } from "./add";
import "./blacklist.css";
import { ImportDialog } from "./import";
import { EntryRow, EntrySkeleton } from "./row";
import { addEntry, again, entries, LISTS, loadEntries, loadUntil, matches, removeEntry, showList, type ListName } from "./store";

export function BlacklistView({ list, find, entry }: { list: ListName; find: string; entry: string | null }) {
  const [adding, setAdding] = useState(false);
  const [edited, edit] = useState<Entry | null>(null);
  const [importing, setImporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => void showList(entry ? null : list), [list, entry]);
  useEffect(() => {
    if (entry) void loadUntil(entry);
  }, [entry, entries.busy.value === null]);
  useKeys({ "/": () => search.current?.focus(), b: ifMay("add-entry", () => setAdding(true)), r: () => void loadEntries() });

  const rows = entries.rows.value;
  const shown = (rows ?? []).filter((row) => (entry ? row.id === entry : matches(row, find)));
  const remove = (row: Entry): void => {
    removeEntry(row.id).then(
      () => say(t("entry-removed"), { act: { label: t("undo"), run: () => undo(row) } }),
      sayProblem,
    );
  };
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t(`list-${list}`)}</h1>
        <div class="view-tools">
          <label class="find">
            <span class="hidden">{t("find-label")}</span>
            <Icon name="find" />
            <input
              ref={search} type="search" placeholder={t("find-placeholder")} value={find} autocomplete="off" spellcheck={false} aria-keyshortcuts="/"
              onInput={(event) => adjust({ view: "blacklist", list, find: event.currentTarget.value })}
            />
          </label>
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={entries.busy.value === "first"} onClick={() => void loadEntries()} />
          <Button needs="add-entry" look="main" icon="plus" shortcut="b" onClick={() => setAdding(true)}>{t("entry-add")}</Button>
        </div>
      </div>
      <div class="orders-tabs">
        <nav class="tabs" aria-label={t("lists")}>
          {LISTS.map((name) => <a href={href({ view: "blacklist", list: name === "blacklist" ? "" : name })} aria-current={!entry && name === list ? "true" : undefined}>{t(`list-${name}`)}</a>)}
        </nav>
        <span>
          <Button needs="import-entries" onClick={() => setImporting(true)}>{t("import")}</Button>
          {may("export-entries") && <a class="button button-plain" href="/v1/entries/export" download="entries.csv">{t("export")}</a>}
        </span>
      </div>
      {entry && (
        <p class="one-entry">
          <span>{t("one-entry")}</span>
          <a href={href({ view: "blacklist" })}>{t("empty-show-all")}</a>
        </p>
      )}
      {entries.problem.value && <ProblemNote problem={entries.problem.value} onRetry={() => void loadEntries()} />}
      {rows === null
        ? !entries.problem.value && <Table rows={null} onEdit={edit} onRemove={remove} current={null} />
        : shown.length > 0
          ? <Table rows={shown} onEdit={edit} onRemove={remove} current={entry} />
          : entries.busy.value === null && <Nothing list={list} all={rows.length === 0} entry={entry} onAdd={() => setAdding(true)} />}
      {rows && rows.length > 0 && (
        <p class="entries-foot">
          <span class="quiet" role="status">{t(find || entry ? "entries-found" : "entries-shown", { n: shown.length, count: count(shown.length), loaded: count(rows.length) })}</span>
          {entries.next.value && !entry && <Button busy={entries.busy.value === "more"} disabled={entries.busy.value !== null} onClick={() => void loadEntries(true)}>{t("load-more")}</Button>}
        </p>
      )}
      {adding && <AddEntry fields={{}} allow={list === "allow_list"} onClose={() => setAdding(false)} />}
      {edited && <AddEntry fields={edited.fields} entry={edited} onClose={() => edit(null)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} onDone={() => void loadEntries()} />}
    </>
  );
}

function undo(row: Entry): void {
  addEntry(again(row)).then(
    () => say(t("entry-again")),
    sayProblem,
  );
}

type TableProps = { rows: Entry[] | null; current: string | null; onEdit: (row: Entry) => void; onRemove: (row: Entry) => void };

function Table({ rows, current, onEdit, onRemove }: TableProps) {
  return (
    <div class="card entries-card">
      <table class="entries" aria-busy={rows === null}>
        <caption class="hidden">{t("entries-caption")}</caption>
        <thead>
          <tr>
            <th scope="col" class="entries-fields">{t("column-fields")}</th>
            <th scope="col" class="entries-effect">{t("column-effect")}</th>
            <th scope="col" class="entries-points number">{t("column-points")}</th>
            <th scope="col" class="entries-reason">{t("column-reason")}</th>
            <th scope="col" class="entries-added">{t("column-added")}</th>
            <th scope="col" class="entries-expires">{t("column-expires")}</th>
            <th scope="col" class="entries-hits">{t("column-hits")}</th>
            <th scope="col" class="entries-remove"><span class="hidden">{t("column-remove")}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows ? rows.map((row) => <EntryRow key={row.id} entry={row} current={row.id === current} onEdit={onEdit} onRemove={onRemove} />) : <EntrySkeleton />}
        </tbody>
      </table>
    </div>
  );
}

function Nothing({ list, all, entry, onAdd }: { list: ListName; all: boolean; entry: string | null; onAdd: () => void }) {
  const kind = entry ? "gone" : !all ? "found" : list === "allow_list" ? "allow" : "none";
  return (
    <div class="card">
      <Empty icon={kind === "none" || kind === "allow" ? "plus" : "find"} title={t(`entries-${kind}-title`)}>
        <p>{t(`entries-${kind}-text`)}</p>
        {all && !entry && <Button needs="add-entry" look="main" icon="plus" onClick={onAdd}>{t("entry-add")}</Button>}
      </Empty>
    </div>
  );
}
