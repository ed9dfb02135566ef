// What a person is asked before something is done with a case.
import { useState } from "preact/hooks";
import { at, post, problemOf } from "../api";
import { numberOf } from "../cases/row";
import { takeNext } from "../cases/next";
import { moment } from "../format";
import { me } from "../me";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { span } from "../parts/left";
import { ProblemNote } from "../parts/problem";
import { Say } from "../parts/say";
import { say } from "../parts/toast";
import { t } from "../text";
import type { Case, CaseAnswer, CaseResolution, Problem } from "../types";

export type Asked = CaseResolution | "note" | "assign" | "snooze";

type Props = {
  asked: Asked;
  one: Case;
  onDone: (answer: CaseAnswer) => void;
  onAssign: (assignee: string | null) => Promise<void>;
  onConflict: () => void;
  onClose: () => void;
};

export function Dialogs({ asked, one, onDone, onAssign, onConflict, onClose }: Props) {
  const number = numberOf(one);
  if (asked === "snooze") return <Snooze one={one} onDone={onDone} onClose={onClose} />;
  if (asked === "note") {
    const note = async (text: string): Promise<void> => onDone(await post<CaseAnswer>(at("cases", one.id, "notes"), { text }));
    return (
      <Say title={t("case-note-title", { number })} label={t("case-note")} help={t("case-note-help")} missing={t("case-note-missing")} pointer="/text"
        act={t("case-note-do")} onSay={note} onClose={onClose} />
    );
  }
  if (asked === "assign") {
    return (
      <Say title={t("case-assign-title", { number })} label={t("fact-name")} help={t("case-assign-help")} pointer="/assignee" short value={one.assignee ?? me.value ?? ""}
        act={t("case-assign-do")} onSay={(name) => onAssign(name.trim() || null)} onConflict={onConflict} onClose={onClose} />
    );
  }
  const resolve = async (text: string): Promise<void> => {
    const comment = text.trim() ? { comment: text } : {};
    onDone(await post<CaseAnswer>(at("cases", one.id, "resolution"), { resolution: asked, ...comment }));
    say(t(`case-was-${asked}`), { act: { label: t("case-next"), run: takeNext } });
  };
  return (
    <Say title={t(`case-${asked}-title`, { number })} text={t(`case-${asked}-text`)} label={t("act-comment")} help={t("case-final")} pointer="/comment"
      act={t(`case-${asked}-do`)} onSay={resolve} onConflict={onConflict} onClose={onClose} />
  );
}

/** Minutes that a case may sleep. */
const NAPS = [30, 60, 120, 240, 720];

function Snooze({ one, onDone, onClose }: Pick<Props, "one" | "onDone" | "onClose">) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const nap = (until: string): void => {
    post<CaseAnswer>(at("cases", one.id, "snooze"), { until }).then(
      (answer) => {
        onDone(answer);
        say(t("case-sleeps"));
        onClose();
      },
      (error: unknown) => setProblem(problemOf(error)),
    );
  };
  return (
    <Dialog title={t("case-snooze-title", { number: numberOf(one) })} onClose={onClose}>
      <div class="dialog-body case-naps">
        {problem && <ProblemNote problem={problem} />}
        <p>{t("case-snooze-text")}</p>
        {NAPS.map((minutes, index) => {
          const until = new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, "");
          const late = !one.window_over && Date.parse(until) >= Date.parse(one.deadline_at);
          return (
            <button type="button" class="button button-plain case-nap" data-first={index === 0 ? "true" : undefined} onClick={() => nap(until)}>
              <span>{span(minutes)}</span>
              <span class={late ? "case-nap-late" : "quiet"}>{late ? t("case-nap-late") : moment(until)}</span>
            </button>
          );
        })}
      </div>
      <div class="dialog-foot"><Button onClick={onClose}>{t("cancel")}</Button></div>
    </Dialog>
  );
}
