// A list between its head and its end: the rows, or why there are none, and the way to more of them.
import type { ComponentChildren } from "preact";
import type { Paged } from "../list";
import { href, type Route } from "../route";
import { t } from "../text";
import { Button } from "./button";
import "./listing.css";
import { ProblemNote } from "./problem";

type Props<R extends Route, T> = {
  list: Paged<R, T>;
  route: R;
  /** Says that nothing is listed, and what would be. */
  empty: ComponentChildren;
  /** How many rows are shown. */
  shown: (n: number) => string;
  children: (rows: readonly T[], loading: boolean) => ComponentChildren;
};

export function Listing<R extends Route, T>({ list, route, empty, shown, children }: Props<R, T>) {
  const here = list.at.value === href(route);
  const rows = here ? list.rows.value : [];
  const busy = here ? list.busy.value : "first";
  const problem = here ? list.problem.value : null;
  const again = (): void => void list.load(route, true);
  if (rows.length === 0 && problem) return <ProblemNote problem={problem} onRetry={again} />;
  if (rows.length === 0 && busy === null) return <div class="card">{empty}</div>;
  return (
    <>
      {problem && busy !== "more" && <ProblemNote problem={problem} onRetry={again} />}
      <div class="card rows-card">{children(rows, busy === "first")}</div>
      {busy !== "first" && (
        <p class="rows-foot">
          <span class="quiet" role="status">{shown(rows.length)}</span>
          {list.next.value && <Button busy={busy === "more"} disabled={busy === "more"} onClick={() => void list.more()}>{t("load-more")}</Button>}
        </p>
      )}
    </>
  );
}
