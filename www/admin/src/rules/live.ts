// What the engine says of the part that is being edited, as it would be in the draft.
import { draft, keyOf, partsOf, type Kind, type Parts, type Rule } from "../draft/store";
import { useReview, type Review } from "../engine/review";

export type Live = {
  /** The id of the rule that is edited, as it would be saved. */
  id: string;
  /** Of the text as it is now, a line each. */
  wrong: string;
  warnings: string;
  /** What this edit breaks in others. */
  elsewhere: string[];
  cost: Review["cost"];
};

const FIELD = { rule: "rules", variable: "variables", list: "lists" } as const;
const TEXT = { rule: "when", variable: "is", list: "values" } as const;

export function useLive(kind: Kind, id: string, part: Parts[Kind]): Live {
  const others = partsOf(kind, draft.value);
  const at = others.findIndex((other) => id !== "" && keyOf(other) === id);
  const index = at < 0 ? others.length : at;
  // A rule without points yet is measured all the same.
  const whole = kind === "rule" && ((part as Rule).effect ?? "points") === "points" ? { ...(part as Rule), points: (part as Rule).points ?? 0 } : part;
  const edited = draft.value && { ...draft.value, entries: [], [FIELD[kind]]: at < 0 ? [...others, whole] : others.with(at, whole) };
  const { of, review } = useReview(edited);
  const own = `/${FIELD[kind]}/${index}`;
  const text = `${own}/${TEXT[kind]}`;
  const isCurrent = of === JSON.stringify(edited);
  const lines = (all: Review["problems"]): string => (isCurrent ? all.filter(({ pointer }) => pointer === text).map(({ detail }) => detail).join("\n") : "");
  return {
    id: keyOf(part), wrong: lines(review?.problems ?? []), warnings: lines(review?.warnings ?? []), cost: review?.cost ?? null,
    elsewhere: (review?.problems ?? []).filter(({ pointer }) => !pointer.startsWith(`${own}/`) && pointer !== own).map(({ detail }) => detail),
  };
}
