// Fourteen days of orders: bars, with what was held and marked of each day at their foot, and the same as a table.
import { count, locale } from "../format";
import { go, href, type RouteOf } from "../route";
import { t } from "../text";
import "./chart.css";
import type { Day } from "./days";

const [WIDTH, HEIGHT, STEP, BAR] = [364, 112, 26, 18];
const PARTS = ["held", "marked", "fine"] as const;

/** The next number that reads well as the top of a scale, and half of it in the middle. */
function top(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [2, 4, 6, 8, 10, 20].map((times) => times * size).find((one) => one >= most) ?? most;
}

/** A day of the shop's calendar, which has no zone of its own any more. */
const named = (key: string, more: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", ...more }).format(Date.parse(key));

/** The orders of a day. */
const ordersOf = ({ key }: Day): RouteOf<"orders"> => ({ view: "orders", from: key, to: key });

const part = (day: Day, name: (typeof PARTS)[number]): number => (name === "fine" ? Math.max(0, day.orders - day.held - day.marked) : day[name]);

export function Chart({ days }: { days: Day[] }) {
  const scale = top(Math.max(...days.map(({ orders }) => orders), 4));
  const high = (n: number): number => (n / scale) * HEIGHT;
  const sum = (name: "orders" | "held" | "marked"): number => days.reduce((total, day) => total + day[name], 0);
  const says = t("chart-says", { orders: count(sum("orders")), held: count(sum("held")), marked: count(sum("marked")) });
  return (
    <section class="card chart-card" aria-labelledby="chart-title">
      <div class="card-head">
        <h2 id="chart-title">{t("chart-title")}</h2>
        <ul class="chart-legend">{[...PARTS].reverse().map((name) => <li><span class={`chart-key chart-${name}`} />{t(`chart-${name}`)}</li>)}</ul>
      </div>
      <svg class="chart" viewBox={`-34 -8 ${WIDTH + 36} ${HEIGHT + 30}`} role="img" aria-label={says}>
        {[0, 0.5, 1].map((share) => (
          <>
            <line class="chart-line" x1="0" x2={WIDTH} y1={HEIGHT * (1 - share)} y2={HEIGHT * (1 - share)} />
            <text class="chart-words" x="-8" y={HEIGHT * (1 - share) + 4} text-anchor="end">{count(scale * share)}</text>
          </>
        ))}
        {days.map((day, index) => {
          let below = HEIGHT;
          return (
            <g class="chart-day" onClick={() => go(ordersOf(day))}>
              <title>{t("chart-day", { day: named(day.key, { weekday: "long" }), orders: count(day.orders), held: count(day.held), marked: count(day.marked) })}</title>
              <rect class="chart-room" x={index * STEP} y="0" width={STEP} height={HEIGHT} />
              {PARTS.map((name) => {
                const n = part(day, name);
                if (n === 0) return null;
                below -= high(n);
                return <rect class={`chart-${name}`} x={index * STEP + (STEP - BAR) / 2} y={below} width={BAR} height={high(n)} />;
              })}
              {index % 3 === 1 && <text class="chart-words" x={(index + (index === days.length - 1 ? 1 : 0.5)) * STEP} y={HEIGHT + 18} text-anchor={index === days.length - 1 ? "end" : "middle"}>{named(day.key)}</text>}
            </g>
          );
        })}
      </svg>
      <details class="chart-table">
        <summary>{t("chart-table")}</summary>
        <table>
          <thead>
            <tr><th scope="col">{t("chart-date")}</th>{["orders", "held", "marked"].map((name) => <th scope="col" class="number">{t(`chart-${name}`)}</th>)}</tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr><th scope="row"><a href={href(ordersOf(day))}>{named(day.key, { weekday: "short" })}</a></th>{[day.orders, day.held, day.marked].map((n) => <td class="number">{count(n)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
