// Would this buyer pass now? The answer first, then every reason with its points and when it lapses.
import { moment, signed } from "../format";
import "../order/banner.css";
import { reason } from "../order/decision";
import { Source } from "../order/matches";
import { EffectChip } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { Points } from "../parts/points";
import { Time } from "../parts/time";
import { t } from "../text";
import type { CustomerAnswer, Reason } from "../types";
import { passesFrom } from "./sums";

type Props = { answer: NonNullable<CustomerAnswer["would_pass"]> };

export function Verdict({ answer }: Props) {
  const { passes, check } = answer;
  const tone = !passes ? "held" : check.marked ? "marked" : "good";
  const from = passes ? null : passesFrom(answer);
  return (
    <section class={`banner tone-${tone}`} aria-label={t("pass-label")}>
      <Icon name={tone === "good" ? "approved" : tone} />
      <div class="banner-words">
        <p class="banner-title">{t(`pass-${tone}`, { why: reason(check) })}</p>
        {!passes && <p>{from ? t("pass-from", { when: moment(from) }) : t("pass-never")}</p>}
        <p>{t("pass-text")}</p>
      </div>
    </section>
  );
}

export function Reasons({ answer: { check, reasons } }: Props) {
  return (
    <section class="card matches-card" aria-labelledby="reasons-title">
      <div class="card-head">
        <h2 id="reasons-title">{t("reasons-title")}</h2>
        {check.score !== 0 && <Points score={check.score} minimum={check.minimum} />}
      </div>
      {reasons.length === 0 ? <p class="matches-none">{t("reasons-none")}</p> : (
        <table class="matches">
          <thead>
            <tr>
              <th scope="col" class="matches-reason">{t("column-reason")}</th>
              <th scope="col" class="matches-effect">{t("column-effect")}</th>
              <th scope="col" class="reasons-lapses">{t("column-lapses")}</th>
              <th scope="col" class="matches-points number">{t("column-points")}</th>
            </tr>
          </thead>
          <tbody>{reasons.map((one) => <Row key={one.source} one={one} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function Row({ one }: { one: Reason }) {
  return (
    <tr>
      <td class="matches-reason">
        <span class="matches-words"><Isolate text={one.reason} /></span>
        <Source source={one.source} />
      </td>
      <td class="matches-effect"><EffectChip effect={one.effect} /></td>
      <td class="reasons-lapses">{one.lapses_at ? <Time at={one.lapses_at} /> : <span class="quiet">{t("lapses-never")}</span>}</td>
      <td class="matches-points number">{one.effect === "points" ? signed(one.points) : <span class="quiet" title={t("points-other-effect")}>–</span>}</td>
    </tr>
  );
}
