// The rules that orders were tried against, and the rows that could not be read.
import { EFFECTS, count, many, signed } from "./format";
import { Notice, Said } from "./parts";
import { held, tried } from "./state";
import type { BadLine } from "./types";

export function Rules() {
  const summary = tried.value?.summary;
  if (!summary) return null;
  const bySource = new Map(summary.sources.map((source, number) => [source.source, { ...source, number }]));
  const heldBy = new Map<number, number>();
  for (const order of held.value) for (const [number] of order.hits) heldBy.set(number, (heldBy.get(number) ?? 0) + 1);
  const entries = [...bySource.values()].filter((source) => source.source.startsWith("entry:")).sort((a, b) => b.orders - a.orders);
  return (
    <>
      <table class="table rules">
        <thead><tr><th scope="col">Rule</th><th scope="col" class="number">Points</th><th scope="col" class="number">Orders</th><th scope="col" class="number">Of them held</th></tr></thead>
        <tbody>
          {summary.rules.map((rule) => {
            const source = bySource.get(`rule:${rule.id}`);
            return (
              <tr key={rule.id}>
                <th scope="row">{rule.name}<code>{rule.when}</code></th>
                <td class="number" data-label="points">{signed(rule.points)}</td>
                {rule.untested ? <td colSpan={2} class="quiet untested">Not tried: it {rule.untested}.</td> : (
                  <>
                    <td class="number" data-label="orders">{count(source?.orders ?? 0)}</td>
                    <td class="number" data-label="held">{count(source ? (heldBy.get(source.number) ?? 0) : 0)}</td>
                  </>
                )}
              </tr>
            );
          })}
          {entries.slice(0, 200).map((source) => (
            <tr key={source.source}>
              <th scope="row"><Said text={source.reason} /><span class="rule-kind quiet">blacklist, {source.fields.join(" + ")}</span></th>
              <td class="number" data-label={source.effect === "points" ? "points" : ""}>{source.effect === "points" ? signed(source.points) : EFFECTS[source.effect]}</td>
              <td class="number" data-label="orders">{count(source.orders)}</td>
              <td class="number" data-label="held">{count(heldBy.get(source.number) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {summary.entries > 0 && <p class="table-note quiet">{many(summary.entries, "entry", "entries")} of the blacklist were tried; those that matched nothing are not listed.</p>}
    </>
  );
}

export function Bad() {
  const summary = tried.value?.summary;
  if (!summary) return null;
  return (
    <>
      {summary.refused > 0 && <Lines title="Orders" all={summary.refused} lines={summary.first_refused} />}
      {summary.refused_entries > 0 && <Lines title="Blacklist" all={summary.refused_entries} lines={summary.first_refused_entries} />}
      {summary.refused + summary.refused_entries === 0 && <p class="nothing quiet">Every row could be read.</p>}
    </>
  );
}

function Lines({ title, all, lines }: { title: string; all: number; lines: BadLine[] }) {
  return (
    <table class="table bad">
      <caption>{title}: {many(all, "row")} left out{all > lines.length ? `, the first ${count(lines.length)} listed` : ""}</caption>
      <thead><tr><th scope="col">Line</th><th scope="col">Why</th></tr></thead>
      <tbody>
        {lines.map((bad, at) => <tr key={at}><td class="nowrap">{count(bad.line)}</td><td><Said text={bad.detail} /></td></tr>)}
      </tbody>
    </table>
  );
}

/** What this file cannot show, so that nobody takes silence for safety. */
export function Lacks() {
  const summary = tried.value?.summary;
  if (!summary || summary.orders === 0) return null;
  const none = (name: string) => !summary.carries[name];
  const lacks = [
    none("ip") && "no IP addresses: orders from one connection under several names stay unseen",
    none("status") && "no status: parcels that nobody took are not counted",
    none("method") && "no way of paying: rules about cash on delivery never fire",
    none("email") && "no e-mail addresses: throw-away addresses and bursts of one buyer stay unseen",
    none("phone") && "no phone numbers",
  ].filter(Boolean) as string[];
  if (lacks.length === 0) return null;
  return <Notice icon="warning" tone="marked">The columns that are read have {lacks.join("; ")}.</Notice>;
}
