// Why: every entry and rule that fired, with the points it added.
import { placeName, plain, short, signed } from "../format";
import { EffectChip, FieldChip, Tag } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { Points } from "../parts/points";
import { href } from "../route";
import { t, tOr } from "../text";
import type { Check, Match } from "../types";
import "./matches.css";

export function Matches({ check }: { check: Check }) {
  return (
    <section class="card matches-card" aria-labelledby="matches-title">
      <div class="card-head">
        <h2 id="matches-title">{t("matches-title")}</h2>
        {check.score !== 0 && <Points score={check.score} minimum={check.minimum} />}
        <span class="quiet">
          {check.minimum === null ? t("points-no-minimum", { score: check.score }) : t("points-of-minimum", { score: check.score, minimum: check.minimum })}
        </span>
      </div>
      {check.matches.length === 0 ? <p class="matches-none">{t("matches-none")}</p> : (
        <table class="matches">
          <thead>
            <tr>
              <th scope="col" class="matches-reason">{t("column-reason")}</th>
              <th scope="col" class="matches-fields">{t("column-matched")}</th>
              <th scope="col" class="matches-places">{t("column-places")}</th>
              <th scope="col" class="matches-effect">{t("column-effect")}</th>
              <th scope="col" class="matches-points number">{t("column-points")}</th>
            </tr>
          </thead>
          <tbody>{check.matches.map((match) => <MatchRow key={match.source} match={match} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function MatchRow({ match }: { match: Match }) {
  return (
    <tr>
      <td class="matches-reason">
        <span class="matches-words"><Isolate text={match.reason} /></span>
        <Source source={match.source} />
      </td>
      <td class="matches-fields">{match.fields.length > 0 && <span class="chips">{match.fields.map((field) => <FieldChip field={field} />)}</span>}</td>
      <td class="matches-places">{match.places.length > 0 && <span class="chips">{match.places.map((place) => <Tag>{placeName(place)}</Tag>)}</span>}</td>
      <td class="matches-effect"><EffectChip effect={match.effect} /></td>
      <td class="matches-points number">{match.effect === "points" ? signed(match.points) : <span class="quiet" title={t("points-other-effect")}>–</span>}</td>
    </tr>
  );
}

/** Where the match comes from. An entry can be looked up in the blacklist. */
export function Source({ source }: { source: string }) {
  const [kind = "", id = ""] = source.split(/:(.*)/s, 2);
  const name = <>{tOr(`source-${kind}`, kind)} <Isolate text={short(id)} /></>;
  if (kind === "entry") {
    return <a class="matches-source" title={plain(id)} href={href({ view: "blacklist", entry: id })}>{name}</a>;
  }
  return <span class="matches-source quiet" title={plain(id)}>{name}</span>;
}
