// Settings: the shop, how points lead to a decision, and how its platforms and servers come in, and who did what; a tab each.
import type { JSX } from "preact";
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

const TABS: Record<string, () => JSX.Element> = {
  decision: () => <Decision />,
  shop: () => <ShopTab />,
  connections: () => <Connections />,
  keys: () => <Keys />,
  endpoints: () => <Endpoints />,
  audit: () => <Audit />,
  "sign-in": () => <SignIn />,
};

export function SettingsView({ tab }: { tab: string }) {
  const shown = TABS[tab] ? tab : "decision";
  return (
    <>
      <div class="view-head"><h1 tabIndex={-1}>{t("settings-title")}</h1></div>
      <nav class="tabs" aria-label={t("settings-title")}>
        {Object.keys(TABS).map((name) => <a href={href({ view: "settings", tab: name })} aria-current={name === shown ? "true" : undefined}>{t(`settings-tab-${name}`)}</a>)}
      </nav>
      <div class="settings" key={shown}>{TABS[shown]?.()}</div>
    </>
  );
}
