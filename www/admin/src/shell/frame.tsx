// The frame around every view: the bar with the navigation, room for the view, and a way past the bar for the keyboard.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { keysOn, useKeys } from "../keys";
import { Button } from "../parts/button";
import { Icon, Logo } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { sayProblem } from "../parts/toast";
import { FIRST, go, href, route } from "../route";
import { session, signOut } from "../session";
import { LANGUAGES } from "../languages";
import { language, speak, t } from "../text";
import { nextTheme, theme } from "../theme";
import { fetchAhead } from "../views";
import "./frame.css";
import { KeysDialog } from "./keys-dialog";
import { PasskeyNote } from "./passkey-note";
import { home, isCurrent, ITEMS, NAV, type NavItem } from "./nav";

type Props = { /** The next view is on its way. */ waits?: boolean; children: ComponentChildren };

export function Frame({ waits, children }: Props) {
  const [keysShown, showKeys] = useState(false);
  const [menu, setMenu] = useState(false);
  useKeys({
    "?": () => showKeys(true),
    ...Object.fromEntries(ITEMS.map((item) => [`g ${item.key}`, () => go(home(item))])),
  });
  useEffect(() => setMenu(false), [route.value]);
  const closeMenu = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !menu) return;
    setMenu(false);
    document.getElementById("menu-button")?.focus();
  };
  return (
    <div class="frame">
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>{t("skip")}</a>
      <header class="bar" onKeyDown={closeMenu}>
        <button
          type="button" id="menu-button" class="button button-bare bar-menu" aria-label={t("menu")} aria-expanded={menu} aria-controls="nav" data-icon-only="true"
          onClick={() => setMenu(!menu)}
        >
          <Icon name={menu ? "close" : "menu"} />
        </button>
        <a class="bar-home" href={href(FIRST)} aria-label={t("product")}><Logo /></a>
        <p class="bar-shop cut"><Isolate text={session.value?.shop.name} /></p>
        <nav id="nav" class="nav" aria-label={t("nav")} data-open={menu ? "true" : undefined}>
          {NAV.map(({ group, items }) => (
            <div class="nav-group" role="group" aria-label={t(`nav-group-${group}`)}>
              <p class="nav-title" aria-hidden="true">{t(`nav-group-${group}`)}</p>
              {items.map((item) => <NavLink item={item} onChosen={() => setMenu(false)} />)}
            </div>
          ))}
        </nav>
        {session.value && (
          <p class="bar-user cut" title={t("bar-user", { role: t(`role-${session.value.user.role}`) })}>
            <Isolate text={session.value.user.name} /> <span class="quiet">· {t(`role-${session.value.user.role}`)}</span>
          </p>
        )}
        <div class="bar-tools">
          <Button look="bare" icon="keys" label={t("keys-button")} shortcut={keysOn.value ? "?" : ""} onClick={() => showKeys(true)} />
          <ThemeButton />
          {Object.keys(LANGUAGES).length > 1 && <LanguageChoice />}
          <Button look="bare" icon="out" label={t("sign-out")} onClick={() => {
            signOut().catch(sayProblem);
          }} />
        </div>
      </header>
      <main id="main" class="view" tabIndex={-1} aria-busy={waits || undefined} onClick={() => setMenu(false)}>
        <PasskeyNote />
        {children}
      </main>
      {keysShown && <KeysDialog onClose={() => showKeys(false)} />}
    </div>
  );
}

function NavLink({ item, onChosen }: { item: NavItem; onChosen: () => void }) {
  const keys = `g ${item.key}`;
  return (
    <a
      class="nav-link" href={href(home(item))} aria-current={isCurrent(item, route.value.view) ? "page" : undefined}
      aria-keyshortcuts={keysOn.value ? keys : undefined} onClick={onChosen}
      onPointerEnter={() => fetchAhead(item.name)} onFocus={() => fetchAhead(item.name)}
    >
      <Icon name={item.icon} />
      <span>{t(`nav-${item.name}`)}</span>
      {keysOn.value && <kbd class="nav-keys" aria-hidden="true">{keys}</kbd>}
    </a>
  );
}

function LanguageChoice() {
  return (
    <select class="bar-language" aria-label={t("language")} title={t("language")} value={language} onChange={(event) => speak(event.currentTarget.value)}>
      {Object.entries(LANGUAGES).map(([code, { name }]) => <option value={code} lang={code}>{name}</option>)}
    </select>
  );
}

function ThemeButton() {
  const label = t("theme-button", { theme: t(`theme-${theme.value}`), next: t(`theme-${nextTheme()}`) });
  return <Button look="bare" icon={theme.value} label={label} onClick={() => (theme.value = nextTheme())} />;
}
