// One held order: since when and why, with the points applied, and who works on it.
import { Select } from "../bulk/bulk";
import { actorName, money, said, signed } from "../format";
import { me } from "../me";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { opens } from "../parts/opens";
import { Points } from "../parts/points";
import { Skeleton } from "../parts/skeleton";
import { Time } from "../parts/time";
import { href } from "../route";
import { t } from "../text";
import type { OpenHold } from "../types";
import { holds, nameOf } from "./store";

export const COLUMNS = ["order", "why", "since", "points", "total", "lock"] as const;

type Props = { row: OpenHold; onLock: (row: OpenHold) => void };

export function HoldRow({ row, onLock }: Props) {
  const { order } = row;
  const target = { view: "order", id: order.id } as const;
  const chosen = holds.chosen.value.has(order.id);
  return (
    <tr {...opens(target)} data-current={holds.current.value === order.id ? "true" : undefined} data-chosen={chosen ? "true" : undefined}>
      <td class="rows-check"><Select label={t("select", { name: said(nameOf(row)) })} checked={chosen} onChange={(through) => holds.toggle(order.id, through)} /></td>
      <td class="holds-order">
        <a href={href(target)} data-row={order.id} onFocus={() => (holds.current.value = order.id)}><Isolate text={nameOf(row)} /></a>
        <span class="rows-two quiet cut">{order.customer ? <a class="holds-buyer" href={href({ view: "customer", id: order.customer })}><Isolate text={order.name || t("customer-nameless")} /></a> : <Isolate text={order.name} />}</span>
      </td>
      <td class="holds-why">
        <a class="chip-link" href={href({ view: "holds", code: row.code })} title={t("holds-code-title")}><Tag tone={row.kind === "manual" ? "away" : "held"}>{row.code}</Tag></a>
        {row.comment && <span class="holds-comment">“<Isolate text={row.comment} />” <span class="quiet">{actorName(row.placed_by)}</span></span>}
        {row.matches.length > 0 && (
          <ul class="holds-matches">
            {row.matches.map((match) => (
              <li><Isolate text={match.reason} /> <strong>{match.effect === "points" ? signed(match.points) : t(`effect-${match.effect}`)}</strong></li>
            ))}
          </ul>
        )}
      </td>
      <td class="holds-since">
        <Time at={row.placed_at} />
        {row.overdue && <span class="rows-two holds-overdue">{t("holds-overdue")}</span>}
        {!row.overdue && row.review_by && <span class="rows-two quiet">{t("holds-review")} <Time at={row.review_by} /></span>}
      </td>
      <td class="holds-points"><Points score={order.score} minimum={order.minimum} /></td>
      <td class="holds-total number nowrap">{money(order.total, order.currency)}</td>
      <td class="holds-lock"><Lock row={row} onLock={onLock} /></td>
    </tr>
  );
}

/** Two people do not work on one hold: who has it, and the way to take it. */
function Lock({ row, onLock }: Props) {
  const by = row.lock?.by ?? null;
  const word = t(by === null ? "hold-lock" : by === me.value ? "hold-unlock" : "hold-override");
  const label = `${word}${t("colon")} ${said(nameOf(row))}`;
  if (by === null) return <Button needs="lock" label={label} onClick={() => onLock(row)}>{word}</Button>;
  return (
    <>
      <span class="holds-holder cut"><Icon name="lock" label={t("hold-locked-by")} /> <Isolate text={by} /></span>
      <Button needs={by === me.value ? "lock" : "release"} look="bare" label={label} onClick={() => onLock(row)}>{word}</Button>
    </>
  );
}

export const HoldSkeleton = () => <Skeleton rows={8} columns={["rows-check", ...COLUMNS.map((name) => `holds-${name}`)]} />;
