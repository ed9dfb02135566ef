// The checks of the order: what the shown one was decided with, and the ones before it.
import { Isolate } from "../parts/isolate";
import { Moment, Time } from "../parts/time";
import { t, tOr } from "../text";
import type { Check, CheckRecord } from "../types";
import { Fact } from "./buyer";
import "./checks.css";

export function CheckFacts({ check }: { check: Check }) {
  return (
    <section class="card" aria-labelledby="check-title">
      <div class="card-head"><h2 id="check-title">{t("check-title")}</h2></div>
      <dl class="facts">
        <Fact name="check-decision" show>{tOr(`verdict-${check.decision}`, check.decision)}</Fact>
        <Fact name="check-at" show><Moment at={check.now} /></Fact>
        <Fact name="check-snapshot" show><span data-snapshot={check.snapshot}>{check.snapshot}</span></Fact>
        <Fact name="check-entries" show={check.entries_seq != null}>{check.entries_seq}</Fact>
        <Fact name="check-engine" show>{check.engine}</Fact>
        <Fact name="check-normaliser" show>{check.normaliser}</Fact>
        <Fact name="check-data" show={check.data}><Isolate text={check.data} /></Fact>
      </dl>
    </section>
  );
}

export function Checks({ checks }: { checks: CheckRecord[] }) {
  if (checks.length < 2) return null; // a single check is the one shown above
  return (
    <section class="card" aria-labelledby="checks-title">
      <div class="card-head"><h2 id="checks-title">{t("checks-title")}</h2><span class="quiet">{t("checks-count", { n: checks.length })}</span></div>
      <ol class="checks">
        {checks.map(({ id, at, kind, check }) => (
          <li key={id}>
            <p><strong>{tOr(`verdict-${check.decision}`, check.decision)}</strong> · {tOr(`check-kind-${kind}`, kind)}</p>
            <p class="quiet">{t("checks-line", { score: check.score, matches: check.matches.length, snapshot: check.snapshot })}</p>
            <p class="quiet checks-at"><Time at={at} /></p>
          </li>
        ))}
      </ol>
    </section>
  );
}
