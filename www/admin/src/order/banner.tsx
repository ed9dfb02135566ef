import { Icon, type IconName } from "../parts/icon";
import { Time } from "../parts/time";
import { t } from "../text";
import type { OrderAnswer } from "../types";
import "./banner.css";
import { words, type Words } from "./decision";

const ICONS: Record<Words["tone"], IconName> = {
  held: "held", marked: "marked", quiet: "not_checked", good: "approved", bad: "warning", away: "approved",
};

/** The decision in one sentence, and since when. */
export function Banner({ answer }: { answer: Pick<OrderAnswer, "order" | "check" | "holds" | "case"> }) {
  const says = words(answer);
  const hold = answer.order.hold;
  const icon = answer.order.state !== "not_checked" && says.tone === "quiet" ? "approved" : ICONS[says.tone];
  return (
    <section class={`banner tone-${says.tone}`} aria-label={t("decision-label")}>
      <Icon name={icon} />
      <div class="banner-words">
        <p class="banner-title">{says.title}</p>
        {says.lines.map((line) => <p>{line}</p>)}
      </div>
      {answer.order.held && hold && <p class="banner-since">{t("held-since")} <Time at={hold.placed_at} /></p>}
    </section>
  );
}
