import { t } from "../text";
import type { Problem } from "../types";
import { Button } from "./button";
import { Icon } from "./icon";
import { Isolate } from "./isolate";
import "./problem.css";

/** Something could not be loaded or done: what, why, and the way on. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div class="problem" role="alert">
      <Icon name="warning" />
      <div class="problem-words">
        <p class="problem-title"><Isolate text={problem.title} /></p>
        {problem.errors.length > 1
          ? <ul class="quiet">{problem.errors.map(({ pointer, detail }) => <li><Isolate text={pointer ? `${pointer}: ${detail}` : detail} /></li>)}</ul>
          : problem.detail && <p class="quiet"><Isolate text={problem.detail} /></p>}
      </div>
      {onRetry && <Button icon="refresh" onClick={onRetry}>{t("retry")}</Button>}
    </div>
  );
}
