// What is done to the selected rows of a list: a bar with the actions, the words they ask for, and what was left as it was.
import { useEffect, useRef, useState } from "preact/hooks";
import { count, said } from "../format";
import { useKeys } from "../keys";
import type { Paged } from "../list";
import { Button } from "../parts/button";
import { Isolate } from "../parts/isolate";
import { Say } from "../parts/say";
import { say, sayProblem } from "../parts/toast";
import { may, type Deed } from "../roles";
import type { Route } from "../route";
import { t } from "../text";
import "./bulk.css";
import { Fields, useListFields } from "./fields";
import { onMany, type Many, type Of, type Outcome } from "./many";

export type BulkAction = { name: Many | "export"; key?: string };

type Props<R extends Route, T> = {
  of: Of;
  list: Paged<R, T>;
  route: R;
  /** What a row is called in a sentence. */
  name: (row: T) => string;
  actions: readonly BulkAction[];
  /** The state of a row before something is done, to say what a new check has changed. */
  state?: (row: T) => string;
  onExport?: (rows: T[]) => void;
};

/** What of many takes the same role as of one; what is only read takes none. */
const NEEDED: Partial<Record<BulkAction["name"], Deed>> = { recheck: "recheck", hold: "hold", release: "release", cancel: "cancel", add_to_blacklist: "add-entry" };

export function Bulk<R extends Route, T>({ of, list, route, name, actions: all, state, onExport }: Props<R, T>) {
  const actions = all.filter((action) => {
    const needed = NEEDED[action.name];
    return !needed || may(needed);
  });
  const [asked, ask] = useState<{ action: Many; ids: string[] } | null>(null);
  const [left, leave] = useState<Outcome[]>([]);
  const [fields, setFields] = useListFields(asked?.action === "add_to_blacklist");
  const chosen = list.chosen.value;
  const rows = (ids: readonly string[]): T[] => list.rows.value.filter((row) => ids.includes(list.id(row)));
  const nameOf = (id: string): string => {
    const [row] = rows([id]);
    return row === undefined ? id : name(row);
  };
  useEffect(() => leave([]), [list.at.value]);

  const act = async (action: Many, ids: string[], comment = "", copied: readonly string[] = []): Promise<void> => {
    const before = new Map(state ? rows(ids).map((row) => [list.id(row), state(row)]) : []);
    const outcomes = await onMany(of, action, ids, comment, copied);
    const failed = outcomes.filter(({ error }) => error !== undefined);
    const n = outcomes.length - failed.length;
    leave(failed);
    const held = outcomes.filter((one) => action === "recheck" && one.state === "held" && before.get(one.id) !== "held").length;
    const done = t(outcomes.some(({ untold }) => untold) ? "bulk-cancel-untold" : `bulk-${action}-done`, { n, count: count(n) });
    if (n > 0) say(held > 0 ? `${done} ${t("bulk-now-held", { n: held })}` : done);
    list.chosen.value = new Set(failed.map(({ id }) => id));
    await list.load(route, true);
  };
  /** The selected rows, else the one that was last looked at. */
  const begin = (action: BulkAction["name"]): void => {
    const current = list.current.value;
    const ids = chosen.size > 0 ? [...chosen] : current ? [current] : [];
    if (ids.length === 0) return;
    if (action === "export") onExport?.(rows(ids));
    else if (action === "recheck") act(action, ids).catch(sayProblem);
    else ask({ action, ids });
  };
  useKeys({
    x: () => list.current.value && list.toggle(list.current.value),
    ...Object.fromEntries(actions.filter(({ key }) => key).map((action) => [action.key, () => begin(action.name)])),
  }, { x: t("keys-select"), ...Object.fromEntries(actions.map(({ name, key }) => [key, t(`bulk-${name}`)])) });
  return (
    <>
      {left.length > 0 && (
        <section class="bulk-left" role="alert" aria-label={t("bulk-left")}>
          <p><strong>{t("bulk-left")}</strong></p>
          <ul>{left.map(({ id, error }) => <li><Isolate text={nameOf(id)} />{t("colon")} <Isolate text={error} /></li>)}</ul>
          <Button look="bare" icon="close" label={t("dismiss")} onClick={() => leave([])} />
        </section>
      )}
      {chosen.size > 0 && (
        <div class="bulk" role="toolbar" aria-label={t("bulk-chosen", { n: chosen.size })}>
          <Button look="bare" icon="close" label={t("bulk-clear")} onClick={() => (list.chosen.value = new Set())} />
          <p role="status">{t("bulk-chosen", { n: chosen.size })}</p>
          {chosen.size < list.rows.value.length && <Button look="bare" onClick={() => (list.chosen.value = new Set(list.rows.value.map(list.id)))}>{t("select-all")}</Button>}
          {actions.map((action) => (
            <Button look={action.name === "cancel" ? "danger" : "plain"} {...(action.key ? { shortcut: action.key } : {})} onClick={() => begin(action.name)}>
              {t(`bulk-${action.name}`)}
            </Button>
          ))}
        </div>
      )}
      {asked && (
        <Say
          title={t(`bulk-${asked.action}-title`, { n: asked.ids.length, name: said(nameOf(asked.ids[0] ?? "")) })} look={asked.action === "cancel" ? "danger" : "main"}
          text={asked.action === "add_to_blacklist" ? <Fields of={of} chosen={fields} onChange={setFields} /> : t(`bulk-${asked.action}-text`)}
          label={t(asked.action === "add_to_blacklist" ? "add-reason" : "act-comment")}
          help={t(asked.action === "add_to_blacklist" ? "add-reason-help" : "act-comment-help")} missing={t("act-comment-missing")} pointer="/comment"
          act={t(`bulk-${asked.action}-do`)} onSay={(text) => act(asked.action, asked.ids, text, asked.action === "add_to_blacklist" ? fields : [])} onClose={() => ask(null)}
        />
      )}
    </>
  );
}

/** Selects a row, or all that are loaded; the keyboard does it with x. With Shift all rows from the last one are meant. */
export function Select({ label, checked, some, onChange }: { label: string; checked: boolean; some?: boolean; onChange: (through: boolean) => void }) {
  const shift = useRef(false);
  return (
    <label class="rows-select">
      <span class="hidden">{label}</span>
      <input type="checkbox" checked={checked} indeterminate={some ?? false} onClick={(event) => (shift.current = event.shiftKey)} onChange={() => onChange(shift.current)} />
    </label>
  );
}

export function SelectAll<R extends Route, T>({ list }: { list: Paged<R, T> }) {
  const [all, chosen] = [list.rows.value.length, list.chosen.value.size];
  const change = (): void => {
    list.chosen.value = new Set(chosen < all ? list.rows.value.map(list.id) : []);
  };
  return <Select label={t("select-all")} checked={all > 0 && chosen === all} some={chosen > 0 && chosen < all} onChange={change} />;
}
