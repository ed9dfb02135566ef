// Rules: the draft's list, with variables and lists beside it, and what of it is not published yet.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { count, said, signed } from "../format";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { EffectChip, Tag } from "../parts/chip";
import { Empty } from "../parts/empty";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import { RoleNote } from "../parts/role-note";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { PublishBar } from "../draft/publish";
import { changes, draft, draftBusy, draftProblem, inForce, isSame, loadDraft, loadSources, partOf, putPart, type Kind, type Rule, type Source } from "../draft/store";
import { go, href } from "../route";
import { ifMay, may } from "../roles";
import { t } from "../text";
import { useReview } from "../engine/review";
import { Cost } from "./cost";
import { PartEditor } from "./editor";
import "./rules.css";
import { RuleText } from "./text";

const edit = (kind: Kind, key = ""): { view: "rules"; edit: string } => ({ view: "rules", edit: `${kind}:${key}` });

export function RulesView({ edited }: { edited: string }) {
  useEffect(() => void loadDraft(), []);
  const sources = useLoad("rules", (signal) => loadSources("rule", signal));
  const refresh = (): void => {
    void loadDraft();
    sources.reload();
  };
  useKeys({ r: refresh, n: ifMay("change-rules", () => go(edit("rule"))) });
  const [, kind, key] = /^(rule|variable|list):(.*)$/s.exec(edited) ?? [];
  if (kind && draft.value) return <PartEditor key={edited} kind={kind as Kind} id={key ?? ""} onClose={() => go({ view: "rules" })} />;
  const rules = draft.value?.rules;
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("rules-title")}</h1>
        <div class="view-tools">
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={draftBusy.value} onClick={refresh} />
          <Button needs="change-rules" look="main" icon="plus" shortcut="n" onClick={() => go(edit("rule"))}>{t("part-add-rule")}</Button>
        </div>
      </div>
      {draftProblem.value && <ProblemNote problem={draftProblem.value} onRetry={refresh} />}
      <RoleNote deed="change-rules" />
      <PublishBar />
      {rules && rules.length > 0 && !rules.some(({ active }) => active) && <p class="notice">{t("rules-shadow")}</p>}
      <div key={rules ? "there" : "coming"} class="rules-page">
        <div class="card rules-card" aria-busy={!rules}>
          {!rules ? <Bones /> : rules.length === 0 ? <NoRules /> : <Rules rules={rules} sources={sources.data} />}
        </div>
        {draft.value && <div class="rules-beside">
          {rules && rules.length > 0 && <DraftCost />}
          <Named kind="variable" rows={(draft.value?.variables ?? []).map(({ name, is }) => [name, is])} />
          <Named kind="list" rows={(draft.value?.lists ?? []).map(({ name, values }) => [name, values.join(", ")])} />
        </div>}
      </div>
    </>
  );
}

function Rules({ rules, sources }: { rules: Rule[]; sources: Map<string, Source> | null }) {
  return (
    <table class="rules">
      <caption class="hidden">{t("rules-title")}</caption>
      <thead>
        <tr>
          <th scope="col" class="rules-on">{t("column-on")}</th>
          <th scope="col" class="rules-rule">{t("part-rule")}</th>
          <th scope="col" class="rules-effect">{t("column-effect")}</th>
          <th scope="col" class="rules-hits">{t("column-hits-30")}</th>
        </tr>
      </thead>
      <tbody>{rules.map((rule) => <RuleRow key={rule.id} rule={rule} source={sources?.get(rule.id)} />)}</tbody>
    </table>
  );
}

function RuleRow({ rule, source }: { rule: Rule; source: Source | undefined }) {
  const [busy, setBusy] = useState(false);
  const published = partOf("rule", rule.id, inForce.value?.draft);
  const turn = async (active: boolean): Promise<void> => {
    setBusy(true);
    try {
      await putPart("rule", { ...rule, active }, false);
      say(t(active ? "rule-on" : "rule-off"), { act: { label: t("undo"), run: () => void turn(!active) } });
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <tr data-rule={rule.id} data-off={rule.active ? undefined : "true"}>
      <td class="rules-on">
        <span class="check"><input
          type="checkbox" role="switch" class="switch" checked={rule.active} disabled={busy || !may("change-rules")} aria-label={t("rule-switch", { name: said(rule.name || rule.id) })}
          onChange={(event) => void turn(event.currentTarget.checked)}
        /></span>
      </td>
      <td class="rules-rule">
        <a href={href(edit("rule", rule.id))}><Isolate text={rule.name || rule.id} /></a>
        {!isSame(rule, published) && <ChangeTag before={published} />}
        {rule.visibility === "public" && <span title={t("rule-public-warning")}><Tag tone="marked">{t("rule-public")}</Tag></span>}
        <RuleText text={rule.when} />
      </td>
      <td class="rules-effect">{(rule.effect ?? "points") === "points" ? <strong>{signed(rule.points ?? 0)}</strong> : <EffectChip effect={rule.effect ?? "points"} />}</td>
      <td class="rules-hits">
        <span class="rules-label">{t("column-hits-30")} </span>
        <span class={source?.hits ? "" : "quiet"}>{count(source?.hits ?? 0)}</span>
        {source && <span class="quiet"> {t("last-hit")} <Time at={source.last_hit_at} /></span>}
      </td>
    </tr>
  );
}

const ChangeTag = ({ before }: { before: unknown }) => <Tag tone={before ? "away" : "good"}>{t(before ? "change-changed" : "change-added")}</Tag>;

/** What the rules of the draft cost an order at worst. */
function DraftCost() {
  const { review } = useReview(draft.value && { ...draft.value, entries: [] });
  return (
    <section class="card" aria-labelledby="cost-title">
      <div class="card-head"><h2 id="cost-title">{t("cost-title")}</h2></div>
      <div class="rules-cost"><Cost cost={review?.cost} /></div>
    </section>
  );
}

function NoRules() {
  return (
    <Empty icon="plus" title={t("rules-none-title")}>
      <p>{t("rules-none-text")}</p>
      <Button needs="change-rules" look="main" icon="plus" onClick={() => go(edit("rule"))}>{t("part-add-rule")}</Button>
    </Empty>
  );
}

function Bones() {
  return <div class="rules-bones skeleton" aria-hidden="true">{[6, 5, 6, 5].map((width) => <span class={`bone bone-${width}`} />)}</div>;
}

/** Variables or lists: what rules call by a name. */
function Named({ kind, rows }: { kind: "variable" | "list"; rows: [string, string][] }) {
  const waiting = (name: string): JSX.Element | undefined => {
    const change = changes.value.find((one) => one.kind === kind && one.key === name);
    return change && <ChangeTag before={change.before} />;
  };
  return (
    <section class="card" aria-labelledby={`${kind}-title`}>
      <div class="card-head">
        <h2 id={`${kind}-title`}>{t(`${kind}-title`)}</h2>
        <span class="quiet"><Button needs="change-rules" look="bare" icon="plus" label={t(`part-add-${kind}`)} onClick={() => go(edit(kind))} /></span>
      </div>
      {rows.length === 0 && <p class="rules-none quiet">{t(`part-none-${kind}`)}</p>}
      <ul>
        {rows.map(([name, text]) => (
          <li class="rules-named">
            <a href={href(edit(kind, name))}><code>{name}</code></a>
            {waiting(name)}
            {kind === "variable" ? <RuleText text={text} /> : <span class="quiet cut"><Isolate text={text} /></span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
