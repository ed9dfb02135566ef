// What a file comes to: figures, the minimum, and the lists.
import { useRef, useState } from "preact/hooks";
import { Icon } from "../admin/src/parts/icon";
import { Chart } from "./chart";
import { Columns, columnsLine } from "./columns";
import { count, day, many, moneys, share } from "./format";
import { List } from "./list";
import { Bad, Lacks, Rules } from "./others";
import { ChooseFile } from "./parts";
import { Shared } from "./shared";
import { CSV } from "./start";
import { blacklist, download, file, held, minimum, missing, openBlacklist, openFile, opened, progress, removeBlacklist, sorted, startOver, tried } from "./state";

export function Loaded() {
  const [columnsOpen, setColumnsOpen] = useState(false);
  const shows = columnsOpen || missing.value.length > 0;
  return (
    <>
      <div class="head">
        <div class="head-words">
          <h1 tabIndex={-1} class="cut">{file.value?.name}</h1>
          <p class="quiet">{columnsLine()}</p>
        </div>
        <div class="head-acts">
          {opened.value && (
            <button type="button" class="button button-plain" aria-expanded={shows} onClick={() => setColumnsOpen(!columnsOpen)}><Icon name="settings" /> Columns</button>
          )}
          {blacklist.value ? (
            <span class="loaded"><Icon name="list" /><span class="cut">{blacklist.value.name}</span>
              <button type="button" class="button button-bare" data-icon-only="" aria-label="Take the blacklist away" onClick={() => void removeBlacklist()}><Icon name="close" /></button>
            </span>
          ) : (
            opened.value && <ChooseFile label="Add a blacklist" name="Add a blacklist as CSV" accept={CSV} chosen={(chosen) => void openBlacklist(chosen, chosen.name)} />
          )}
          <ChooseFile label="Another file" name="Choose another file of orders" accept={CSV} chosen={(chosen) => void openFile(chosen, chosen.name)} />
          <button type="button" class="button button-bare" onClick={startOver}>Close</button>
        </div>
      </div>
      {progress.value !== null && <Progress />}
      {shows && <Columns />}
      {tried.value && <Result />}
    </>
  );
}

function Progress() {
  const percent = Math.floor((progress.value ?? 0) / 10);
  return (
    <div class="progress" aria-live="off">
      <progress max={1000} value={progress.value ?? 0} aria-label="Checking the orders" />
      <span class="quiet">{percent < 50 ? "Reading" : "Checking"} … {percent} %</span>
    </div>
  );
}

function sums(orders: { minor: number; currency: string }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { minor, currency } of orders) found.set(currency, (found.get(currency) ?? 0) + minor);
  return found;
}

function Result() {
  const now = tried.value;
  if (!now) return null;
  const { summary } = now;
  const lost = now.findings.filter((finding) => finding.unclaimed);
  return (
    <>
      <dl class="tiles">
        <Tile name="Orders" value={count(summary.orders)} more={summary.placed ? `${day(summary.placed[0])} to ${day(summary.placed[1])}` : ""} />
        <Tile name="Would be held" tone="held" value={count(held.value.length)} more={`${share(held.value.length, summary.orders)} of all`} />
        <Tile name="Money in held orders" value={moneys(sums(held.value), summary.decimals)} more={`of ${moneys(summary.money, summary.decimals)}`} small />
        <Tile name="Parcels not taken" value={count(lost.length)} more={lost.length ? moneys(sums(lost), summary.decimals) : "cash on delivery, called off"} />
        <Tile name="Rows left out" value={count(summary.refused)} more={summary.refused ? "see why below" : `checked in ${(now.took / 1000).toFixed(1)} s`} />
      </dl>
      <Lacks />
      <Chart />
      <Lists />
    </>
  );
}

function Tile({ name, value, more, tone, small }: { name: string; value: string; more: string; tone?: "held"; small?: boolean }) {
  return <div class="card tile" data-tone={tone} data-small={small ? "" : undefined}><dt>{name}</dt><dd>{value}</dd><dd class="quiet">{more}</dd></div>;
}

const TABS = ["held", "points", "unclaimed", "shared", "rules", "bad"] as const;
type Tab = (typeof TABS)[number];

function Lists() {
  const [tab, setTab] = useState<Tab>("held");
  const buttons = useRef<Partial<Record<Tab, HTMLButtonElement | null>>>({});
  const now = tried.value;
  if (!now) return null;
  const { summary } = now;
  const unclaimed = sorted.value.filter((order) => order.unclaimed);
  const scored = sorted.value.filter((order) => order.hits.length > 0);
  const names: Record<Tab, [string, number]> = {
    held: ["Held", held.value.length],
    points: ["With any reason", scored.length],
    unclaimed: ["Not taken", unclaimed.length],
    shared: ["Shared identities", summary.repeated.reduce((sum, repeated) => sum + repeated.groups, 0)],
    rules: ["Rules", summary.rules.length],
    bad: ["Rows left out", summary.refused + summary.refused_entries],
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    setTab(next);
    buttons.current[next]?.focus();
  };
  return (
    <section class="card lists" aria-label="Results">
      <div class="lists-head">
        <div role="tablist" aria-label="Lists" class="tabs" onKeyDown={move}>
          {TABS.map((name) => (
            <button
              key={name} ref={(button) => void (buttons.current[name] = button)} type="button" role="tab" id={`tab-${name}`} aria-controls="list" aria-selected={tab === name}
              tabIndex={tab === name ? 0 : -1} onClick={() => setTab(name)}
            >
              {names[name][0]} <span class="tab-count">{count(names[name][1])}</span>
            </button>
          ))}
        </div>
        <button type="button" class="button button-plain" disabled={now.findings.length === 0} onClick={() => void download()}><Icon name="install" /> Save as CSV</button>
      </div>
      <div role="tabpanel" id="list" aria-labelledby={`tab-${tab}`} tabIndex={-1}>
        {tab === "held" && <List key="held" orders={held.value} empty={`No order has more than ${many(minimum.value, "point")}.`} />}
        {tab === "points" && <List key="points" orders={scored} empty="No rule and no entry matched any order." />}
        {tab === "unclaimed" && <List key="unclaimed" orders={unclaimed} empty="No order was to be paid on delivery and then called off." />}
        {tab === "shared" && <Shared />}
        {tab === "rules" && <Rules />}
        {tab === "bad" && <Bad />}
      </div>
    </section>
  );
}
