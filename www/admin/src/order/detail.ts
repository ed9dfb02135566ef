// What a check came to, as the audit and cases note it, in the reader's words.
import { t } from "../text";

/** "review, 60 points, 2 matches, snapshot 1", or only its beginning; anything else is somebody's own words. */
export function checkSaid(detail: string): string {
  const [, verdict, score, matches, snapshot] = /^(approve|review|decline), (-?\d+) points(?:, (\d+) matches, snapshot (\d+))?$/.exec(detail) ?? [];
  if (!verdict) return detail;
  const said = t("check-said", { verdict: t(`verdict-${verdict}`), score: Number(score) });
  return snapshot ? `${said} · ${t("matches-title")}: ${matches} · ${t("check-snapshot")} ${snapshot}` : said;
}
