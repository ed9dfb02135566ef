// What is left of a stop window; it counts down while it is looked at.
import { moment, now } from "../format";
import { t } from "../text";
import "./left.css";

/** Minutes from which on the rest is shown as urgent, and as soon. */
const URGENT = 60;
const SOON = 240;

export const minutesLeft = (deadline: string): number => Math.max(0, Math.floor((Date.parse(deadline) - now.value) / 60_000));
export const toneLeft = (minutes: number): string => (minutes === 0 ? "quiet" : minutes <= URGENT ? "bad" : minutes <= SOON ? "marked" : "good");

/** "2 d 4 h", "5 h 12 min", "48 min" */
export function span(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const words = [days > 0 && t("span-days", { days }), hours > 0 && t("span-hours", { hours }), days === 0 && (rest > 0 || hours === 0) && t("span-minutes", { minutes: rest })];
  return words.filter(Boolean).join(" ");
}

export function Left({ deadline }: { deadline: string }) {
  const minutes = minutesLeft(deadline);
  return (
    <time class={`left tone-${toneLeft(minutes)}`} dateTime={deadline} title={moment(deadline)}>
      {minutes === 0 ? t("window-over-short") : span(minutes)}
    </time>
  );
}
