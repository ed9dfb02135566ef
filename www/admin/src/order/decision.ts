// The decision in words. Every sentence can be checked against the stored check; nothing is guessed.
import { said } from "../format";
import { t, tOr } from "../text";
import type { Check, OrderAnswer } from "../types";

export type Words = { tone: "held" | "marked" | "quiet" | "good" | "bad" | "away"; title: string; lines: string[] };

export function words({ order, check, holds, case: open }: Pick<OrderAnswer, "order" | "check" | "holds" | "case">): Words {
  const lines: string[] = [];
  const unread = order.not_checked === null ? null : t("decision-not-checked", { reason: said(order.not_checked) });
  if (unread && order.state === "not_checked") {
    lines.push(t("decision-not-checked-text"));
    return { tone: "quiet", title: unread, lines };
  }
  const why = check ? reason(check) : null;
  if (unread) lines.push(t("decision-update-not-checked", { unread }));
  if (open && open.state === "open") {
    lines.push(open.window_over ? t("decision-case-over") : t("decision-case", { hours: Math.floor(open.minutes_left / 60), minutes: open.minutes_left % 60 }));
  }
  if (order.held) {
    const refused = order.state === "declined" || order.state === "fraud";
    if (order.hold && order.hold.kind === "manual") {
      lines.unshift(byHand(order.hold.placed_by, order.hold.comment));
      if (why) lines.push(t("decision-check-says", { why }));
      return { tone: refused ? "bad" : "held", title: refused ? t(`decision-${order.state}`) : t("decision-held-by-hand"), lines };
    }
    if (refused) return { tone: "bad", title: t(`decision-${order.state}`), lines: why ? [t("decision-check-says", { why }), ...lines] : lines };
    lines.push(t("decision-held-text"));
    return { tone: "held", title: why ? t("decision-held", { why }) : t("decision-held-plain"), lines };
  }
  if (check && check.minimum === null && check.skipped === null) lines.push(t("no-minimum"));
  const checkLine = why ? t("decision-check-says", { why }) : null;
  switch (order.state) {
    case "approved":
      if (order.marked && why) return { tone: "marked", title: t("decision-marked", { why }), lines: [t("decision-marked-text"), ...lines] };
      return { tone: "good", title: why ? t("decision-approved", { why }) : t("state-approved"), lines };
    case "released": {
      const release = holds.find(({ resolution }) => resolution?.resolution === "released")?.resolution;
      if (release) lines.unshift(byHand(release.by ?? "", release.comment));
      return { tone: "good", title: t("decision-released"), lines: checkLine ? [...lines, checkLine] : lines };
    }
    case "declined":
    case "fraud":
      return { tone: "bad", title: t(`decision-${order.state}`), lines: checkLine ? [checkLine, ...lines] : lines };
    default:
      return { tone: order.state === "shipped" ? "away" : "quiet", title: tOr(`decision-${order.state}`, order.state), lines: checkLine ? [checkLine, ...lines] : lines };
  }
}

/** Why this check decided as it did: the first rule of the contract that applied. */
export function reason(check: Check): string {
  const { score, minimum } = check;
  if (check.skipped !== null) return t("why-skipped", { skipped: said(check.skipped) });
  const matched = (effect: string): boolean => check.matches.some((match) => match.effect === effect);
  if (matched("hold_always")) return t("why-hold-always", { score });
  if (check.allowed) return t("why-allowed", { score });
  if (check.decision === "decline") return t("why-decline", { score });
  if (minimum !== null && score > minimum) return t("why-over", { score, minimum });
  if (matched("hold")) return t("why-hold", { score });
  if (check.matches.length === 0) return t("why-no-match");
  if (minimum === null) return t("why-no-minimum", { score, matches: check.matches.length });
  return t("why-under", { score, minimum, matches: check.matches.length });
}

/** Who decided, and what they said. */
function byHand(actor: string, comment: string | null): string {
  const by = t("decision-by-hand-text", { actor: said(tOr(`actor-${actor}`, actor)) });
  return comment ? `${by} “${said(comment)}”` : by;
}
