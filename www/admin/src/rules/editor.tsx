// Editing one rule, variable or list of the draft, with the words that it can use beside it.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Check, Field, Form, wholeNumber } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { say, sayProblem } from "../parts/toast";
import { Conflict } from "../draft/conflict";
import { draft, isConflict, keyOf, partOf, partsOf, putPart, removePart, type Kind, type NamedList, type Parts, type Rule, type Variable } from "../draft/store";
import { EFFECTS } from "../blacklist/fields";
import { may } from "../roles";
import { t } from "../text";
import type { Effect } from "../types";
import { Code } from "./code";
import { Cost } from "./cost";
import { useLive, type Live } from "./live";
import { WORDS } from "./words";

type Props = { kind: Kind; id: string; onClose: () => void };
const FRESH: Parts = {
  rule: { id: "", name: "", when: "", points: null, effect: "points", active: true, visibility: "private" },
  variable: { name: "", is: "" },
  list: { name: "", values: [] },
};

export function PartEditor({ kind, id, onClose }: Props) {
  // What is edited is as it was read; what somebody else makes of it meanwhile is shown, and does not take its place.
  const [known, setKnown] = useState(() => (id ? partOf(kind, id, draft.value) : undefined));
  const [theirs, setTheirs] = useState<{ before: Parts[Kind] | undefined; now: Parts[Kind] | undefined } | null>(null);
  const [part, setPart] = useState<Parts[Kind]>(known ?? FRESH[kind]);
  const [points, setPoints] = useState(String((part as Rule).points ?? ""));
  const [values, setValues] = useState(((part as NamedList).values ?? []).join("\n"));
  const insert = useRef<(word: string) => void>(() => {});
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => (document.querySelector<HTMLElement>("[data-first]") ?? head.current)?.focus(), []);
  const change = (more: Partial<Rule & Variable & NamedList>): void => setPart((before) => ({ ...before, ...more }) as Parts[Kind]);
  const whole = (): Parts[Kind] => {
    if (kind === "list") return { ...(part as NamedList), name: part.name.trim(), values: values.split("\n").map((one) => one.trim()).filter(Boolean) };
    if (kind === "variable") return { ...(part as Variable), name: part.name.trim() };
    const rule = part as Rule;
    const { points: _, ...rest } = rule;
    return { ...rest, name: rule.name.trim(), id: rule.id || freshId(rule.name), ...((rule.effect ?? "points") === "points" ? { points: wholeNumber(points) ?? null } : {}) };
  };
  /** Shows what somebody else made of it; from now on saving replaces that. */
  const conflict = (error: unknown): boolean => {
    if (!isConflict(error)) return false;
    const now = id ? partOf(kind, id, draft.value) : undefined;
    setTheirs({ before: known, now });
    setKnown(now);
    return true;
  };
  const take = (): void => {
    const now = theirs?.now;
    if (!now) return;
    setPart(now);
    setPoints(String((now as Rule).points ?? ""));
    setValues(((now as NamedList).values ?? []).join("\n"));
    setTheirs(null);
  };
  const remove = (): void => {
    if (!known) return;
    removePart(kind, id, known).then(
      () => {
        say(t(`part-removed-${kind}`), { act: { label: t("undo"), run: () => void putPart(kind, known, true).catch(sayProblem) } });
        onClose();
      },
      (error: unknown) => void (conflict(error) || sayProblem(error)),
    );
  };
  const live = useLive(kind, id, whole());
  if (id && !known && !theirs) {
    return <Empty whole icon="find" title={t("part-gone-title")}><Button onClick={onClose}>{t("rules-back")}</Button></Empty>;
  }
  return (
    <>
      <div class="view-head">
        <Button look="bare" icon="back" label={t("rules-back")} onClick={onClose} />
        <h1 ref={head} tabIndex={-1}>{known ? <Isolate text={part.name || id} /> : t(`part-add-${kind}`)}</h1>
      </div>
      <div class="editor">
        <Form
          class="card editor-form" needs="change-rules"
          check={() => missing(kind, part, points)}
          send={async () => {
            try {
              await putPart(kind, whole(), !known, id || keyOf(whole()), known);
            } catch (error) {
              if (!conflict(error)) throw error;
              return;
            }
            say(t("part-saved"));
            onClose();
          }}
        >
          {(busy) => (
            <>
              {theirs && <Conflict before={theirs.before} theirs={theirs.now} onTake={take} />}
              <Field pointer="/name" label={t("column-name")} value={part.name} required={kind !== "rule"} first={!known} help={t(`part-name-help-${kind}`)} onInput={(name) => change({ name })} />
              {kind === "rule" && <RuleFields rule={part as Rule} points={points} insert={insert} first={!!known} live={live} onPoints={setPoints} onChange={change} />}
              {kind === "variable" && <Code pointer="/is" label={t("variable-is")} help={t("code-help")} value={(part as Variable).is} first={!!known} live={live} insert={insert} onInput={(is) => change({ is })} />}
              {kind === "list" && <Field pointer="/values" label={t("list-values")} help={t("list-values-help")} value={values} rows={8} first={!!known} onInput={setValues} />}
              <div class="form-foot">
                {known && <span class="form-more"><Button needs="change-rules" look="danger" icon="trash" onClick={remove}>{t(`part-remove-${kind}`)}</Button></span>}
                <Button needs="change-rules" onClick={onClose}>{t("cancel")}</Button>
                <Button needs="change-rules" look="main" type="submit" busy={busy} disabled={busy}>{t("save-draft")}</Button>
              </div>
            </>
          )}
        </Form>
        {kind !== "list" && may("change-rules") && <Words not={kind === "variable" ? id : ""} onChosen={(word) => insert.current(word)} />}
      </div>
    </>
  );
}

type RuleProps = { rule: Rule; points: string; first: boolean; live: Live; insert: { current: (word: string) => void }; onPoints: (points: string) => void; onChange: (more: Partial<Rule>) => void };

function RuleFields({ rule, points, first, live, insert, onPoints, onChange }: RuleProps) {
  const effect = rule.effect ?? "points";
  return (
    <>
      <Code pointer="/when" label={t("rule-when")} help={t("code-help")} value={rule.when} first={first} live={live} insert={insert} onInput={(when) => onChange({ when })} />
      {live.elsewhere.map((one) => <p class="form-problem"><Isolate text={one} /></p>)}
      <Cost cost={live.cost} rule={live.id} />
      <div class="form-pair">
        <Field pointer="/effect" label={t("add-effect")} value={effect} options={EFFECTS.map((one) => [one, t(`effect-${one}`)])}
          help={t(effect === "allow" ? "rule-allow-help" : `effect-${effect}-help`)} onInput={(value) => onChange({ effect: value as Effect })} />
        <Field pointer="/points" label={t("add-points")} type="number" value={effect === "points" ? points : ""} disabled={effect !== "points"}
          help={t(effect === "points" ? "rule-points-help" : "add-points-off")} onInput={onPoints} />
      </div>
      <Field pointer="/visibility" label={t("rule-visibility")} value={rule.visibility} options={[["private", t("rule-private")], ["public", t("rule-public")]]}
        help={rule.visibility === "public" ? <strong class="rule-warning">{t("rule-public-warning")}</strong> : t("rule-private-help")} onInput={(value) => onChange({ visibility: value as Rule["visibility"] })} />
      <Check look="switch" pointer="/active" label={t("rule-active")} help={t("rule-active-help")} checked={rule.active} onChange={(active) => onChange({ active })} />
    </>
  );
}

/** What can stand in a condition; each word is put where the caret is. */
function Words({ not, onChosen }: { not: string; onChosen: (word: string) => void }) {
  const named = (kind: "variable" | "list"): string[] => partsOf(kind, draft.value).map(keyOf).filter((name) => name !== not);
  const groups: [string, readonly string[]][] = [["variable-title", named("variable")], ["list-title", named("list")], ...WORDS];
  return (
    <aside class="card" aria-labelledby="words-title">
      <div class="card-head"><h2 id="words-title">{t("words-title")}</h2></div>
      <div class="editor-words" tabIndex={0} role="group" aria-labelledby="words-title">
        {groups.filter(([, words]) => words.length > 0).map(([title, words]) => (
          <div>
            <h3>{t(title)}</h3>
            {words.map((word) => <button type="button" class="editor-word" onClick={() => onChosen(word)}>{word}</button>)}
          </div>
        ))}
      </div>
    </aside>
  );
}

function missing(kind: Kind, part: Parts[Kind], points: string): Record<string, string> {
  const found: Record<string, string> = {};
  if (kind === "rule") {
    const rule = part as Rule;
    if (rule.name.trim() === "" && !rule.id) found["/name"] = t("rule-no-name");
    if (rule.when.trim() === "") found["/when"] = t("rule-no-when");
    if ((rule.effect ?? "points") === "points" && !Number.isInteger(wholeNumber(points))) found["/points"] = t("entry-bad-points");
  } else if (part.name.trim() === "") found["/name"] = t("part-no-name");
  if (kind === "variable" && (part as Variable).is.trim() === "") found["/is"] = t("rule-no-when");
  return found;
}

/** An id that says what the rule is called, and is not taken. */
function freshId(name: string): string {
  const base = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 60) || "rule";
  const taken = new Set(partsOf("rule", draft.value).map(keyOf));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!taken.has(id)) return id;
  }
}
