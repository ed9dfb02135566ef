// What is in force, what is only in the draft, and the step from one to the other.
import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { useReview, type Review } from "../engine/review";
import { Cost } from "../rules/cost";
import { RuleText } from "../rules/text";
import { t, tOr } from "../text";
import "./publish.css";
import { changes, draft, inForce, loadDraft, publish, takeBack, type Change } from "./store";

export function PublishBar() {
  const [asking, ask] = useState(false);
  const [snapshot, all] = [inForce.value, changes.value];
  if (!snapshot || !draft.value) return null;
  return (
    <div class="publish" data-waiting={all.length > 0 ? "true" : undefined}>
      <p role="status">
        {all.length > 0 && <strong>{t("publish-waiting", { n: all.length })} </strong>}
        <span class={all.length > 0 ? "" : "quiet"}>
          {t("publish-in-force", { number: snapshot.number })} <Time at={snapshot.created_at} />, <Isolate text={tOr(`actor-${snapshot.actor}`, snapshot.actor)} />
        </span>
      </p>
      {all.length > 0 && <Button needs="publish" look="main" onClick={() => ask(true)}>{t("publish-review")}</Button>}
      {asking && all.length > 0 && <PublishDialog onClose={() => ask(false)} />}
    </div>
  );
}

function PublishDialog({ onClose }: { onClose: () => void }) {
  const number = (inForce.value?.number ?? 0) + 1;
  const { review } = useReview(draft.value && { ...draft.value, entries: [] });
  return (
    <FormDialog
      title={t("publish-title", { number })} action={t("publish-do", { number })} onClose={onClose}
      send={async () => {
        const made = await publish();
        // Only what the dialog could not say: the Worker knows the shop's orders too, the engine of the page only the rules.
        const unsaid = made.warnings.map(({ detail }) => detail).filter((detail) => !review?.warnings.some((said) => said.detail === detail));
        say([t("publish-done", { number: made.number }), ...unsaid.slice(0, 3)].join("\n"));
        onClose();
      }}
      onRefused={({ status }) => {
        if (status === 409 || status === 412) void loadDraft(); // somebody was faster: the changes are shown against what is in force now
      }}
    >
      <p>{t("publish-text")}</p>
      {review && <Said review={review} />}
      <ul class="changes">{changes.value.map((change) => <ChangeItem key={change.kind + change.key} change={change} />)}</ul>
    </FormDialog>
  );
}

/** What the engine says of the whole draft. */
function Said({ review: { problems, warnings, cost } }: { review: Review }) {
  return (
    <div class="publish-said">
      {[...problems, ...warnings].map(({ detail }) => <p class={problems.length > 0 ? "form-problem" : "code-warning"}><Isolate text={detail} /></p>)}
      {cost && <Cost cost={cost} />}
    </div>
  );
}

function ChangeItem({ change }: { change: Change }) {
  const { kind, before, after } = change;
  const how = !before ? "added" : !after ? "removed" : "changed";
  const name = kind === "settings" ? t("settings-title") : `${t(`part-${kind}`)} ${nameOf(change)}`;
  const back = (): void => {
    takeBack(change).then(() => say(t("change-taken-back")), sayProblem);
  };
  return (
    <li class="change">
      <div class="change-head">
        <Tag tone={how === "added" ? "good" : how === "removed" ? "bad" : "away"}>{t(`change-${how}`)}</Tag>
        <strong class="cut"><Isolate text={name} /></strong>
        <Button look="bare" onClick={back}>{t("change-take-back")}</Button>
      </div>
      <ChangeWords before={before} after={after} />
    </li>
  );
}

/** Field by field what was and what is. */
export function ChangeWords({ before, after }: { before: object | undefined; after: object | undefined }) {
  return (
    <dl class="change-words">
      {words(before, after).map(([field, was, is]) => (
        <div>
          <dt>{tOr(`change-field-${field}`, field)}</dt>
          <dd>{was !== "" && <del><Value field={field} text={was} /></del>} {is !== "" && <ins><Value field={field} text={is} /></ins>}</dd>
        </div>
      ))}
    </dl>
  );
}

const Value = ({ field, text }: { field: string; text: string }) => (field === "when" || field === "is" ? <RuleText text={text} /> : <Isolate text={text} />);

const nameOf = ({ before, after, key }: Change): string => {
  const part = after ?? before;
  return part && "id" in part && part.name ? part.name : key;
};

/** Field, before and after, of whatever differs. */
function words(before: object | undefined, after: object | undefined): [string, string, string][] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => was[field] !== is[field] && field !== "id")
    .map((field) => [field, was[field] ?? "", is[field] ?? ""]);
}

function flat(of: object | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(of ?? {})) {
    if (name === "default_points") for (const [field, points] of Object.entries(value as object)) found[tOr(`field-${field}`, field)] = String(points);
    else if (value !== null && value !== undefined) found[name] = Array.isArray(value) ? value.join(", ") : typeof value === "boolean" ? t(value ? "on" : "off") : String(value);
  }
  return found;
}
