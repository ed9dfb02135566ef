// What is on the screen: the signed-out page, or the frame with the view that the fragment names.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./parts/button";
import { Empty } from "./parts/empty";
import { ProblemNote } from "./parts/problem";
import { Toasts } from "./parts/toast";
import { FIRST, href, route, type Route } from "./route";
import { loadSession, session, sessionProblem } from "./session";
import { Frame } from "./shell/frame";
import { SignedOut } from "./shell/signed-out";
import { t } from "./text";
import { drawView, fetchTheRest, fetchView, viewFailed } from "./views";

export function App() {
  const signedIn = session.value;
  useTitle(signedIn === null ? "signed-out" : null);
  if (sessionProblem.value) {
    return <main class="alone"><ProblemNote problem={sessionProblem.value} onRetry={() => void loadSession()} /></main>;
  }
  if (signedIn === null) return <SignedOut />;
  if (signedIn === undefined) return <Frame><p class="hidden" role="status">{t("loading")}</p></Frame>;
  return (
    <>
      <View asked={route.value} />
      <Toasts />
    </>
  );
}

/** The view that was asked for; while its script is on the way, the one before it. */
function View({ asked }: { asked: Route }) {
  const before = useRef<Route | null>(null);
  useEffect(() => {
    if (asked.view !== "unknown") void fetchView(asked.view).then(fetchTheRest);
  }, [asked.view]);
  const ready = draw(asked);
  const shown = ready ? asked : before.current;
  before.current = shown;
  useTitle(shown?.view ?? null);
  return <Frame waits={!ready}>{ready ?? (shown ? draw(shown) : <p class="hidden" role="status">{t("loading")}</p>)}</Frame>;
}

/** What a route shows; nothing while its script is on the way. */
function draw(route: Route): JSX.Element | undefined {
  if (route.view === "unknown") return <Unknown />;
  return viewFailed(route.view) ? <Missing /> : drawView(route);
}

const Unknown = (): JSX.Element => (
  <Empty whole icon="find" title={t("unknown-title")}>
    <p>{t("unknown-text")}</p>
    <a class="button button-plain" href={href(FIRST)}>{t(`nav-${FIRST.view}`)}</a>
  </Empty>
);

/** The script of a view did not come: the line is down, or a newer Ordergate has taken its place. */
const Missing = (): JSX.Element => (
  <Empty whole icon="warning" title={t("missing-title")}>
    <p>{t("missing-text")}</p>
    <Button look="main" icon="refresh" onClick={() => location.reload()}>{t("missing-reload")}</Button>
  </Empty>
);

/** What the window is named after. */
let named: string | null = null;

/** Names the window after the view and, after a change of view, moves the reader to its heading. */
function useTitle(view: string | null): void {
  // Before the view's own effects: a view may name the window more exactly, or move the focus to where it was left.
  useLayoutEffect(() => {
    if (view === null) return;
    document.title = t("window-title", { view: t(`window-${view}`) });
    const before = named;
    named = view;
    if (before !== null && before !== view && !document.activeElement?.closest("main")) document.querySelector<HTMLElement>("h1")?.focus();
  }, [view]);
}
