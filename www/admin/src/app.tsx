// What is on the screen: the signed-out page, or the frame with the view that the fragment names.
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Empty } from "./parts/empty";
import { ProblemNote } from "./parts/problem";
import { Toasts } from "./parts/toast";
import { FIRST, href, route, type Route } from "./route";
import { loadSession, session, sessionProblem } from "./session";
import { AskMe } from "./shell/ask-me";
import { Frame } from "./shell/frame";
import { SignedOut } from "./shell/signed-out";
import { t } from "./text";
import { SHOWN } from "./views";

export function App() {
  const view = route.value.view;
  const signedIn = session.value;
  useTitle(signedIn === null ? "signed-out" : view);
  if (sessionProblem.value) {
    return <main class="alone"><ProblemNote problem={sessionProblem.value} onRetry={() => void loadSession()} /></main>;
  }
  if (signedIn === null) return <SignedOut />;
  if (signedIn === undefined) return <Frame><p class="hidden" role="status">{t("loading")}</p></Frame>;
  return (
    <>
      <Frame><View route={route.value} /></Frame>
      <AskMe />
      <Toasts />
    </>
  );
}

function View({ route }: { route: Route }) {
  if (route.view !== "unknown") return (SHOWN[route.view] as (route: Route) => JSX.Element)(route);
  return (
    <Empty whole icon="find" title={t("unknown-title")}>
      <p>{t("unknown-text")}</p>
      <a class="button button-plain" href={href(FIRST)}>{t(`nav-${FIRST.view}`)}</a>
    </Empty>
  );
}

/** Names the window after the view and, after a change of view, moves the reader to its heading. */
function useTitle(view: string): void {
  const before = useRef(view);
  // Before the view's own effects: a view may name the window more exactly, or move the focus to where it was left.
  useLayoutEffect(() => {
    document.title = t("window-title", { view: t(`window-${view}`) });
    if (before.current === view) return;
    before.current = view;
    if (!document.activeElement?.closest("main")) document.querySelector<HTMLElement>("h1")?.focus();
  }, [view]);
}
