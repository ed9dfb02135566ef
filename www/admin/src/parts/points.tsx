// Points against the minimum. The tick in the middle is the minimum: a bar that passes it is held.
import { count } from "../format";
import { t } from "../text";
import "./points.css";

const WIDTH = 48;

export function Points({ score, minimum }: { score: number | null; minimum: number | null }) {
  if (score === null) return <span class="points quiet"><span class="points-score" aria-hidden="true">–</span><span class="hidden">{t("points-none")}</span></span>;
  const says = minimum === null ? t("points-no-minimum", { score }) : t("points-of-minimum", { score, minimum });
  const over = minimum !== null && score > minimum;
  return (
    <span class="points" data-zero={score === 0 ? "true" : undefined} data-over={over ? "true" : undefined} title={says}>
      <span class="hidden">{says}</span>
      <span class="points-score" aria-hidden="true">{count(score)}</span>
      {minimum !== null && score !== 0 && <Bar score={score} minimum={minimum} />}
    </span>
  );
}

function Bar({ score, minimum }: { score: number; minimum: number }) {
  const full = Math.max(minimum * 2, 1);
  const width = Math.max(0, Math.min(1, score / full)) * WIDTH;
  return (
    <svg class="points-bar" viewBox={`0 0 ${WIDTH} 10`} aria-hidden="true">
      <rect class="points-track" x="0" y="3" width={WIDTH} height="4" rx="2" />
      <rect class="points-fill" x="0" y="3" width={width} height="4" rx="2" />
      <rect class="points-tick" x={WIDTH / 2 - 0.75} y="0" width="1.5" height="10" />
    </svg>
  );
}
