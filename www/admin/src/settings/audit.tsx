// Audit: who did what, newest first. Nothing of it can be changed.
import { plain, short } from "../format";
import { checkSaid } from "../order/detail";
import { Isolate } from "../parts/isolate";
import { usePages } from "../parts/pages";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { href, type Route } from "../route";
import { t, tOr } from "../text";

type Noted = { id: string; at: string; subject: string; actor: string; action: string; detail: string };

export function Audit() {
  const { rows, problem, more, reload } = usePages<Noted>("/v1/audit?limit=50");
  return (
    <>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <section class="card" aria-busy={!rows && !problem} aria-label={t("settings-tab-audit")}>
        <ul class="rows audit">
          {rows?.map((noted) => (
            <li key={noted.id}>
              <div class="row-main">
                <span>{tOr(`action-${noted.action.replace(".", "-")}`, noted.action)}</span>
                {noted.detail && <span class="quiet audit-detail"><Isolate text={checkSaid(noted.detail)} /></span>}
              </div>
              <div class="row-part"><Subject of={noted.subject} /></div>
              <div class="row-part"><Isolate text={tOr(`actor-${noted.actor}`, noted.actor)} /> <span class="quiet"><Time at={noted.at} /></span></div>
            </li>
          ))}
        </ul>
      </section>
      {more}
    </>
  );
}

/** Where the thing can be looked at; the id of anything else says nothing to anybody. */
const PLACES: Record<string, (id: string) => Route> = {
  order: (id) => ({ view: "order", id }),
  case: (id) => ({ view: "case", id }),
  entry: (id) => ({ view: "blacklist", entry: id }),
  rule: (id) => ({ view: "rules", edit: `rule:${id}` }),
  variable: (id) => ({ view: "rules", edit: `variable:${id}` }),
  list: (id) => ({ view: "rules", edit: `list:${id}` }),
};

function Subject({ of }: { of: string }) {
  const [, kind = "", id = ""] = /^(\w+):(.*)$/s.exec(of) ?? [];
  const place = PLACES[kind];
  return place ? <a class="cut audit-subject" href={href(place(id))} title={plain(id)}>{tOr(`audit-${kind}`, kind)} <Isolate text={short(id)} /></a> : null;
}
