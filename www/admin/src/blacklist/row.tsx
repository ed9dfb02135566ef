import { count, said, signed } from "../format";
import { Button } from "../parts/button";
import { EffectChip, FieldChip } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { Day, Time } from "../parts/time";
import { t, tOr } from "../text";
import type { Entry } from "../types";
import { FIRST_FIELDS, MORE_FIELDS } from "./fields";

const ORDER: readonly string[] = [...FIRST_FIELDS, ...MORE_FIELDS];

export function EntryRow({ entry, current, onEdit, onRemove }: { entry: Entry; current: boolean; onEdit: (entry: Entry) => void; onRemove: (entry: Entry) => void }) {
  const fields = Object.entries(entry.fields).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const name = fields.map(([, value]) => said(value)).join(", ");
  return (
    <tr data-entry={entry.id} data-current={current ? "true" : undefined}>
      <td class="entries-fields"><span class="chips">{fields.map(([field, value]) => <FieldChip field={field} value={value} />)}</span></td>
      <td class="entries-effect"><EffectChip effect={entry.effect} /></td>
      <td class="entries-points number" data-none={entry.effect === "points" ? undefined : "true"}>{entry.effect === "points" ? <EntryPoints points={entry.points} /> : <NoPoints />}</td>
      <td class="entries-reason"><Isolate text={entry.reason} /></td>
      <td class="entries-added"><span class="cut entries-actor"><Isolate text={tOr(`actor-${entry.actor}`, entry.actor)} /></span> <span class="quiet"><Time at={entry.created_at} /></span></td>
      <td class="entries-expires"><span class="entries-label">{t("column-expires")} </span>{entry.expires_at ? <Day at={entry.expires_at} /> : <span>{t("never")}</span>}</td>
      <td class="entries-hits">
        <span class="entries-label">{t("column-hits")} </span>
        <span class={entry.hits === 0 ? "quiet" : ""}>{count(entry.hits)}</span>{" "}
        {entry.last_hit_at && <span class="quiet">{t("last-hit")} <Time at={entry.last_hit_at} /></span>}
      </td>
      <td class="entries-remove"><Button needs="change-entry" look="bare" icon="edit" label={t("entry-edit", { name })} onClick={() => onEdit(entry)} /><Button needs="change-entry" look="bare" icon="trash" label={t("entry-remove", { name })} onClick={() => onRemove(entry)} /></td>
    </tr>
  );
}

/** An entry without its own points takes the default of its type at the time of each check. */
function EntryPoints({ points }: { points: number | null }) {
  return points === null ? <span class="quiet" title={t("default-points-title")}>{t("default-points")}</span> : <>{signed(points)}</>;
}

const NoPoints = () => <span class="quiet" title={t("points-other-effect")}>–</span>;

export function EntrySkeleton() {
  return (
    <>
      {[6, 5, 4, 6, 5, 4].map((width) => (
        <tr class="skeleton" aria-hidden="true">
          <td class="entries-fields"><span class={`bone bone-${width}`} /></td>
          {["effect", "points", "reason", "added", "expires", "hits", "remove"].map((name) => <td class={`entries-${name}`}><span class="bone" /></td>)}
        </tr>
      ))}
    </>
  );
}
