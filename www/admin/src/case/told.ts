// A case's timeline in words: what a line's detail means depends on what was done.
import { moment } from "../format";
import { checkSaid } from "../order/detail";
import { t, tOr } from "../text";
import type { CaseAnswer, TimelineItem } from "../types";

export function told(timeline: CaseAnswer["timeline"]): TimelineItem[] {
  return timeline.map(({ at, actor, kind, detail }) => ({ at, actor, action: `case.${kind}`, detail: words(kind, detail) }));
}

/** "fraud: the bank called" or only "fraud", with its first word from the locale file. */
function parted(prefix: string, detail: string): string {
  const [, word = "", rest = ""] = /^([a-z_]+)(?:: (.*))?$/s.exec(detail) ?? [];
  return word ? [tOr(`${prefix}-${word}`, word), checkSaid(rest)].filter(Boolean).join(": ") : detail;
}

function words(kind: string, detail: string): string {
  if (kind === "opened" || kind === "turned") return parted("cause", detail);
  if (kind === "resolved") return parted("resolution", detail);
  if (kind === "assigned") return detail || t("nobody");
  if (kind === "snoozed") return detail ? moment(detail) : t("case-awake");
  return detail;
}
