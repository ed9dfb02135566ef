// How points lead to a decision: the master switch, the minimum, and the default points of every type on one page.
import { useEffect, useState } from "preact/hooks";
import { FIRST_FIELDS, MORE_FIELDS } from "../blacklist/fields";
import { PublishBar } from "../draft/publish";
import { Conflict } from "../draft/conflict";
import { changes, draft, draftProblem, isConflict, loadDraft, publish, putSettings, type DraftSettings } from "../draft/store";
import { country, fieldName } from "../format";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { Field, Form, FormDialog, wholeNumber } from "../parts/form";
import { ProblemNote } from "../parts/problem";
import { say } from "../parts/toast";
import { session } from "../session";
import { t } from "../text";

const TYPES: readonly string[] = [...FIRST_FIELDS, ...MORE_FIELDS].flatMap((field) => (field === "postcode" ? [field, "postcode_extended"] : [field]));

export function Decision() {
  useEffect(() => void loadDraft(), []);
  // While they are saved, and while somebody else's are shown beside, what was typed stays.
  const [edited, setEdited] = useState<DraftSettings | null>(null);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const done = (): void => {
    setEdited(null);
    setTheirs(null);
  };
  const settings = draft.value?.settings;
  if (!settings) return draftProblem.value ? <ProblemNote problem={draftProblem.value} onRetry={() => void loadDraft()} /> : <div class="card settings-form" aria-busy="true" />;
  return (
    <>
      <PublishBar />
      <Switch settings={settings} />
      <DecisionForm
        key={JSON.stringify(edited ?? settings)} settings={settings} theirs={theirs} onSend={() => setEdited(edited ?? settings)} onDone={done}
        onConflict={(before) => draft.value && setTheirs({ before, now: draft.value.settings })}
      />
    </>
  );
}

/** The whole screening of the shop, on or off. It is published at once. */
function Switch({ settings }: { settings: DraftSettings }) {
  const [asking, ask] = useState(false);
  const { active } = settings;
  const turn = async (): Promise<void> => {
    await putSettings({ ...settings, active: !active });
    await publish();
    say(t(active ? "switch-is-off" : "switch-is-on"));
    ask(false);
  };
  const dialog = { title: t(active ? "switch-off" : "switch-on"), action: t(active ? "switch-off" : "switch-on"), send: turn, onClose: () => ask(false) };
  const words = (
    <>
      <p>{t(active ? "switch-off-text" : "switch-on-text")}</p>
      {changes.value.length > 0 && <p><strong>{t("switch-publishes", { n: changes.value.length })}</strong></p>}
    </>
  );
  return (
    <section class="card settings-switch" data-off={active ? undefined : "true"} aria-label={t("switch-title")}>
      <div><h2>{t(active ? "switch-now-on" : "switch-now-off")}</h2><p class="quiet">{t(active ? "switch-now-on-text" : "switch-now-off-text")}</p></div>
      <Button needs="change-decision" look={active ? "danger" : "main"} onClick={() => ask(true)}>{t(active ? "switch-off" : "switch-on")}…</Button>
      {asking && (active ? <Confirm {...dialog} word={session.value?.shop.name ?? t("off")}>{words}</Confirm> : <FormDialog {...dialog}>{words}</FormDialog>)}
    </section>
  );
}

const shown = (points: number | null | undefined): string => (points === null || points === undefined ? "" : String(points));

/** What somebody else made of the settings while they were edited here. */
type Theirs = { before: DraftSettings; now: DraftSettings };
type FormProps = { settings: DraftSettings; theirs: Theirs | null; onSend: () => void; onDone: () => void; onConflict: (before: DraftSettings) => void };

function DecisionForm({ settings, theirs, onSend, onDone, onConflict }: FormProps) {
  const [minimum, setMinimum] = useState(shown(settings.minimum_points));
  const [decline, setDecline] = useState(shown(settings.decline_points));
  const [points, setPoints] = useState<Record<string, string>>(() => Object.fromEntries(TYPES.map((type) => [type, shown(settings.default_points[type])])));
  const [land, setLand] = useState(settings.default_country ?? "");
  const [zone, setZone] = useState(settings.time_zone ?? "");
  const zones = ["", ...new Set([...(zone ? [zone] : []), "UTC", ...Intl.supportedValuesOf("timeZone")])].map((name) => [name, name.replaceAll("_", " ") || t("not-set")] as const);
  const numbers: [string, string][] = [["/minimum_points", minimum], ["/decline_points", decline], ...TYPES.map((type): [string, string] => [`/default_points/${type}`, points[type] ?? ""])];
  const code = land.trim().toUpperCase();
  return (
    <Form
      class="card settings-form" needs="change-decision"
      check={() => Object.fromEntries(numbers.filter(([, text]) => wholeNumber(text) === undefined).map(([pointer]) => [pointer, t("entry-bad-points")]))}
      send={async () => {
        const set = TYPES.map((type) => [type, wholeNumber(points[type] ?? "")] as const).filter(([, value]) => typeof value === "number");
        const edited = {
          ...settings, minimum_points: wholeNumber(minimum) ?? null, decline_points: wholeNumber(decline) ?? null,
          default_points: Object.fromEntries(set) as Record<string, number>, default_country: code || null, time_zone: zone || null,
        };
        onSend();
        try {
          await putSettings(edited, settings);
        } catch (error) {
          if (!isConflict(error)) throw error;
          return onConflict(settings);
        }
        say(t("part-saved"));
        onDone();
      }}
    >
      {(busy) => (
        <>
          {theirs && <Conflict before={theirs.before} theirs={theirs.now} onTake={onDone} />}
          <section>
            <h2>{t("decision-title")}</h2>
            <p>{t("decision-text")}</p>
            <div class="form-pair">
              <Field pointer="/minimum_points" label={t("minimum")} type="number" value={minimum} onInput={setMinimum} help={t(minimum.trim() ? "minimum-help" : "no-minimum")} />
              <Field pointer="/decline_points" label={t("decline")} type="number" value={decline} onInput={setDecline} help={t("decline-help")} />
            </div>
          </section>
          <section>
            <h2>{t("default-points-heading")}</h2>
            <p>{t("default-points-text")}</p>
            <div class="settings-points">
              {TYPES.map((type) => (
                <Field key={type} pointer={`/default_points/${type}`} label={fieldName(type)} type="number" value={points[type] ?? ""} onInput={(value) => setPoints((before) => ({ ...before, [type]: value }))} />
              ))}
            </div>
          </section>
          <section>
            <h2>{t("reading-title")}</h2>
            <div class="form-pair">
              <Field pointer="/default_country" label={t("default-country")} value={land} onInput={setLand} help={/^[A-Z]{2}$/.test(code) ? country(code) : t("default-country-help")} />
              <Field pointer="/time_zone" label={t("time-zone")} value={zone} options={zones} onInput={setZone} help={t("time-zone-help")} />
            </div>
          </section>
          <div class="form-foot"><Button needs="change-decision" look="main" type="submit" busy={busy} disabled={busy}>{t("save-draft")}</Button></div>
        </>
      )}
    </Form>
  );
}
