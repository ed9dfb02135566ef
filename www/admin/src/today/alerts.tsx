// What went wrong in the last days and wants a person.
import { count } from "../format";
import { Icon } from "../parts/icon";
import { parse } from "../route";
import { t } from "../text";
import type { Today } from "../types";

/** Where each alert is looked into. */
const WHERE: Record<keyof Today["alerts"], string> = {
  contacts_bouncing: "#/contacts", mails_dead: "#/outbox", commands_dead: "#/orders", polls_failing: "#/settings?tab=connections", not_checked: "#/orders?state=not_checked",
};

export function Alerts({ alerts }: { alerts: Today["alerts"] }) {
  const open = (Object.keys(WHERE) as (keyof typeof WHERE)[]).filter((name) => alerts[name] > 0);
  if (open.length === 0) return null;
  return (
    <ul class="alerts" aria-label={t("alerts-title")}>
      {open.map((name) => {
        const says = t(`alert-${name}`, { n: alerts[name], count: count(alerts[name]) });
        return <li><Icon name="warning" />{parse(WHERE[name]).view === "unknown" ? says : <a href={WHERE[name]}>{says}</a>}</li>;
      })}
    </ul>
  );
}
