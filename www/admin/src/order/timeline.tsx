import { actorName, plain } from "../format";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { t, tOr } from "../text";
import type { TimelineItem } from "../types";
import { checkSaid } from "./detail";
import "./timeline.css";

/** Who did what, when; the newest last, as it happened. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  if (items.length === 0) return null;
  return (
    <section class="card" aria-labelledby="timeline-title">
      <div class="card-head"><h2 id="timeline-title">{t("timeline-title")}</h2></div>
      <ol class="timeline">
        {items.map(({ at, actor, action, detail }) => (
          <li>
            <p><span class="timeline-action"><Isolate text={tOr(`action-${action.replace(/\./g, "-")}`, action)} /></span> <span class="quiet timeline-at"><Time at={at} /></span></p>
            <p class="quiet timeline-said"><Isolate text={actorName(actor)} />{sayDetail(detail) && <> · <Isolate text={sayDetail(detail)} /></>}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The detail is a text or a flat object, whose shape depends on the action. */
function sayDetail(detail: unknown): string {
  if (detail === null || detail === undefined || detail === "") return "";
  if (typeof detail === "string") return plain(checkSaid(detail));
  if (typeof detail !== "object") return String(detail);
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "" && value !== undefined)
    .map(([name, value]) => `${tOr(`detail-${name}`, name)}: ${plain(typeof value === "object" ? JSON.stringify(value) : String(value))}`)
    .join(" · ");
}
