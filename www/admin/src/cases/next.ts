import { post } from "../api";
import { asMe } from "../me";
import { sayProblem } from "../parts/toast";
import { go } from "../route";
import type { CaseAnswer } from "../types";
import { caseChanged } from "./store";

/** Gives the most urgent case of nobody to the reviewer, and opens it. */
export function takeNext(): void {
  asMe((assignee) => {
    post<CaseAnswer>("/v1/cases/next", { assignee }).then(
      ({ case: one }) => {
        caseChanged(one);
        go({ view: "case", id: one.id });
      },
      (error: unknown) => sayProblem(error),
    );
  });
}
