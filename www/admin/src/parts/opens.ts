// A row that opens something wherever it is clicked; its link is what the keyboard and screen readers use.
import { go, type Route } from "../route";

export const opens = (target: Route) => ({
  "data-opens": "true",
  onClick: (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest("a, button, input, label") || getSelection()?.toString()) return;
    go(target);
  },
});
