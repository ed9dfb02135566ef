// How many orders have how many points, and where the minimum is.
import { count, many } from "./format";
import { DEFAULT_MINIMUM, held, minimum, tried } from "./state";

const STEP = 10;
const MOST_BARS = 16;
const HIGHEST = 150;

/** Orders with 1 to 10 points, 11 to 20, and so on; the last bar has everything beyond. */
function buckets(scores: Int32Array): number[] {
  const found: number[] = [];
  for (const score of scores) {
    if (score <= 0) continue;
    const at = Math.min(Math.ceil(score / STEP) - 1, MOST_BARS - 1);
    found[at] = (found[at] ?? 0) + 1;
  }
  return Array.from({ length: Math.max(found.length, 8) }, (_, at) => found[at] ?? 0);
}

export function Chart() {
  const now = tried.value;
  if (!now) return null;
  const bars = buckets(now.scores);
  const most = Math.max(1, ...bars);
  const none = now.scores.reduce((sum, score) => sum + (score <= 0 ? 1 : 0), 0);
  const range = (at: number) => (at === MOST_BARS - 1 ? `over ${at * STEP}` : `${at * STEP + 1} to ${(at + 1) * STEP}`);
  return (
    <section class="card points" aria-labelledby="points-title">
      <div class="card-head">
        <h2 id="points-title">Points</h2>
        <span class="quiet">{many(none, "order has", "orders have")} none</span>
      </div>
      <div class="chart" role="img" aria-label={`Orders by points: ${bars.map((n, at) => (n ? `${range(at)}: ${count(n)}` : "")).filter(Boolean).join("; ") || "none has any"}`}>
        {bars.map((n, at) => {
          const over = at * STEP >= minimum.value;
          const split = !over && (at + 1) * STEP > minimum.value;
          return (
            <div key={at} class="bar" data-held={over || split ? "" : undefined} title={`${range(at)} points: ${many(n, "order")}`}>
              <span class="bar-count">{n > 0 ? count(n) : ""}</span>
              {/* A style of its own would need the policy's leave; a height by class needs none. */}
              <span class={`bar-fill bar-${n === 0 ? 0 : Math.max(1, Math.round((n / most) * 20))}`} />
              <span class="bar-label">{at === MOST_BARS - 1 ? `>${at * STEP}` : (at + 1) * STEP}</span>
            </div>
          );
        })}
      </div>
      <div class="minimum">
        <label for="minimum">Hold an order with more than</label>
        <input
          id="minimum" type="number" inputMode="numeric" min={0} max={1000} step={1} value={minimum.value} aria-describedby="minimum-says"
          onInput={(event) => event.currentTarget.value !== "" && (minimum.value = Math.max(0, Math.round(event.currentTarget.valueAsNumber) || 0))}
        />
        <span>points</span>
        <input type="range" min={0} max={HIGHEST} step={1} value={Math.min(minimum.value, HIGHEST)} aria-label="Minimum points" onInput={(event) => (minimum.value = event.currentTarget.valueAsNumber)} />
        <output id="minimum-says" aria-live="polite">{many(held.value.length, "order")} held</output>
        {minimum.value !== DEFAULT_MINIMUM && <button type="button" class="button button-bare" onClick={() => (minimum.value = DEFAULT_MINIMUM)}>Back to {DEFAULT_MINIMUM}</button>}
      </div>
    </section>
  );
}
