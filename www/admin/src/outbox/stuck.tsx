// What the shop's platform was not told, or perhaps not; it waits for a person.
import { call } from "../api";
import { platformName } from "../format";
import type { Loaded } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { href } from "../route";
import { t, tOr } from "../text";
import type { List } from "../types";

export type Command = {
  order: string; number: string | null; id: string; platform: string; kind: string; state: "dead" | "unknown";
  attempts: number; last_error: string | null; created_at: string;
};

export const loadStuck = (signal?: AbortSignal): Promise<List<Command>> => call("GET", "/v1/commands", undefined, signal);

export function Stuck({ data, reload }: Pick<Loaded<List<Command>>, "data" | "reload">) {
  if (!data || data.data.length === 0) return null;
  const retry = ({ order, id }: Command): void => {
    call("POST", `/v1/orders/${encodeURIComponent(order)}/commands/${encodeURIComponent(id)}/retry`).then(
      () => {
        say(t("command-retried"));
        reload();
      },
      sayProblem,
    );
  };
  return (
    <section class="card stuck" aria-labelledby="stuck-title">
      <div class="card-head"><h2 id="stuck-title">{t("stuck-title")}</h2></div>
      <ul class="rows">
        {data.data.map((command) => (
          <li key={command.id}>
            <div class="row-main">
              <a href={href({ view: "order", id: command.order })}><Isolate text={command.number || command.order} /></a>
              <span class="quiet">{t("stuck-what", { what: tOr(`command-${command.kind}`, command.kind), platform: platformName(command.platform) })} <Time at={command.created_at} /></span>
              {command.last_error && <span class="row-bad"><Isolate text={command.last_error} /></span>}
            </div>
            <div class="row-part"><Tag tone={command.state === "dead" ? "bad" : "marked"}>{t(`command-${command.state}`)}</Tag></div>
            <div class="row-acts">{command.state === "dead" ? <Button needs="retry-command" icon="refresh" onClick={() => retry(command)}>{t("command-retry")}</Button> : <span class="quiet">{t("command-unknown-help")}</span>}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
