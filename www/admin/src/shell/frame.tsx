// The frame around every view: top bar, room for the view, and a way past the bar for the keyboard.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { keysOn, useKeys } from "../keys";
import { problemOf } from "../api";
import { Button } from "../parts/button";
import { Logo } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { say } from "../parts/toast";
import { href, route } from "../route";
import { session, signOut } from "../session";
import { t } from "../text";
import { nextTheme, theme } from "../theme";
import "./frame.css";
import { KeysDialog } from "./keys-dialog";
import { VIEWS } from "./views";

export function Frame({ children }: { children: ComponentChildren }) {
  const [keysShown, showKeys] = useState(false);
  useKeys({ "?": () => showKeys(true) });
  return (
    <div class="frame">
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>{t("skip")}</a>
      <header class="bar">
        <a class="bar-home" href={href({ view: "orders", filter: "all" })} aria-label={t("product")}>
          <Logo />
        </a>
        <p class="bar-shop cut"><Isolate text={session.value?.shop.name} /></p>
        <nav class="bar-nav" aria-label={t("nav")}>
          {VIEWS.map(({ name, home, covers }) => (
            <a href={href(home)} aria-current={covers.includes(route.value.view) ? "page" : undefined}>{t(`nav-${name}`)}</a>
          ))}
        </nav>
        <div class="bar-tools">
          <Button look="bare" icon="keys" label={t("keys-button")} shortcut={keysOn.value ? "?" : ""} onClick={() => showKeys(true)} />
          <ThemeButton />
          <Button look="bare" icon="out" label={t("sign-out")} onClick={() => {
            signOut().catch((error: unknown) => say(problemOf(error).title, { tone: "bad" }));
          }} />
        </div>
      </header>
      <main id="main" class="view" tabIndex={-1}>{children}</main>
      {keysShown && <KeysDialog onClose={() => showKeys(false)} />}
    </div>
  );
}

function ThemeButton() {
  const label = t("theme-button", { theme: t(`theme-${theme.value}`), next: t(`theme-${nextTheme()}`) });
  return <Button look="bare" icon={theme.value} label={label} onClick={() => (theme.value = nextTheme())} />;
}
