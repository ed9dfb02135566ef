// Settings: the shop, how points lead to a decision, and how its platforms and servers come in, and who did what; a tab each.
import type { JSX } from "preact";
import { RoleNote } from "../parts/role-note";
import { may, type Deed } from "../roles";
import { href } from "../route";
import { t } from "../text";
import { Audit } from "./audit";
import { Connections } from "./connections";
import { Decision } from "./decision";
import { Endpoints } from "./endpoints";
import { Keys } from "./keys";
import "./settings.css";
import { ShopTab } from "./shop";
import { SignIn } from "./sign-in";
import { Users } from "./users";

/** A tab, and what a role must be able to do to see it. */
const TABS: Record<string, readonly [() => JSX.Element, Deed?]> = {
  decision: [() => <Decision />],
  shop: [() => <ShopTab />],
  users: [() => <Users />],
  connections: [() => <Connections />, "connections"],
  keys: [() => <Keys />, "keys"],
  endpoints: [() => <Endpoints />, "endpoints"],
  audit: [() => <Audit />],
  "sign-in": [() => <SignIn />],
};

export function SettingsView({ tab }: { tab: string }) {
  const [draw, needed] = TABS[tab] ?? [];
  const shown = draw ? tab : "decision";
  return (
    <>
      <div class="view-head"><h1 tabIndex={-1}>{t("settings-title")}</h1></div>
      <nav class="tabs" aria-label={t("settings-title")}>
        {Object.entries(TABS).filter(([, [, needed]]) => !needed || may(needed)).map(([name]) => <a href={href({ view: "settings", tab: name })} aria-current={name === shown ? "true" : undefined}>{t(`settings-tab-${name}`)}</a>)}
      </nav>
      <div class="settings" key={shown}>{needed && !may(needed) ? <RoleNote deed={needed} /> : (draw ?? TABS["decision"]?.[0])?.()}</div>
    </>
  );
}
