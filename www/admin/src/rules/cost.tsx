// What the rules cost at worst, against what they may.
import type { Review } from "../engine/review";
import { count } from "../format";
import { t } from "../text";
import "./cost.css";

type Props = { /** Undefined while it is measured, null while something is wrong. */ cost: Review["cost"] | undefined; /** Also what this one costs. */ rule?: string };

export function Cost({ cost, rule }: Props) {
  const own = cost?.rules.find(({ id }) => id === rule);
  const part = cost ? cost.steps / cost.budget : 0;
  const words = cost && t("cost-all", { steps: count(cost.steps), budget: count(cost.budget) });
  return (
    <div class="cost" data-high={part > 0.5 ? "true" : undefined}>
      <meter min={0} max={1} high={0.5} optimum={0} value={part} aria-label={t("cost-title")} aria-valuetext={words || undefined} />
      <p class="quiet">{cost ? <>{own && <>{t("cost-rule", { steps: count(own.steps) })} </>}{words}</> : t(cost === undefined ? "cost-measuring" : "cost-unknown")}</p>
    </div>
  );
}
