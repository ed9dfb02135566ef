// One case of the list. The whole row opens it.
import { money, plain, said } from "../format";
import { checkSaid } from "../order/detail";
import { Tag } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { Left } from "../parts/left";
import { opens } from "../parts/opens";
import { Skeleton } from "../parts/skeleton";
import { Time } from "../parts/time";
import { href } from "../route";
import { t, tOr } from "../text";
import type { Case } from "../types";
import { cases, isAsleep } from "./store";

export const COLUMNS = ["left", "order", "why", "total", "assignee", "opened"] as const;

const TONES: Record<string, string> = { fraud: "bad", dispute: "bad", declined: "held", check: "marked" };

export function CauseTag({ cause }: { cause: string }) {
  return <Tag tone={TONES[cause] ?? "quiet"}>{tOr(`cause-${cause}`, cause)}</Tag>;
}

export function ResolutionTag({ resolution }: { resolution: string }) {
  return <Tag tone={resolution === "blocked" ? "good" : resolution === "not_blocked" ? "away" : "quiet"}>{tOr(`resolution-${resolution}`, resolution)}</Tag>;
}

/** An order's number inside one of our sentences. */
export const numberOf = (one: Case): string => said(one.order.number ?? one.order.id);

export function CaseRow({ row }: { row: Case }) {
  const target = { view: "case", id: row.id } as const;
  return (
    <tr {...opens(target)} data-current={cases.current.value === row.id ? "true" : undefined}>
      <td class="cases-left">{row.resolution ? <ResolutionTag resolution={row.resolution.resolution} /> : <Left deadline={row.deadline_at} />}</td>
      <td class="cases-order">
        <a href={href(target)} data-row={row.id} onFocus={() => (cases.current.value = row.id)}><Isolate text={row.order.number || row.order.id} /></a>
        <span class="rows-two quiet cut"><Isolate text={row.order.name} /></span>
      </td>
      <td class="cases-why" title={plain(checkSaid(row.detail))}>
        <CauseTag cause={row.cause} />
        <span class="cases-detail"><Isolate text={checkSaid(row.detail)} /></span>
      </td>
      <td class="cases-total number nowrap">{money(row.order.total, row.order.currency)}</td>
      <td class="cases-assignee cut">
        {row.assignee ? <Isolate text={row.assignee} /> : <span class="quiet">{t("nobody")}</span>}
        {isAsleep(row) && <span class="rows-two quiet"><Icon name="sleep" label={t("cases-asleep")} /> <Time at={row.snoozed_until ?? ""} /></span>}
      </td>
      <td class="cases-opened quiet"><Time at={row.opened_at} /></td>
    </tr>
  );
}

export const CaseSkeleton = () => <Skeleton rows={6} columns={COLUMNS.map((name) => `cases-${name}`)} />;
