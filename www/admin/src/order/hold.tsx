// A person holds or releases an order, and says why.
import { useRef, useState } from "preact/hooks";
import { api, problemOf } from "../api";
import { said } from "../format";
import { putOrder } from "../orders/store";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { ProblemNote } from "../parts/problem";
import { say } from "../parts/toast";
import { t } from "../text";
import type { HoldAction, OrderRow, Problem, State } from "../types";
import "./hold.css";

const ACTIONS: Partial<Record<State, HoldAction>> = { held: "release", approved: "hold", released: "hold", not_checked: "hold" };

/** What a person can do about an order in this state; nothing once it has ended. */
export const actionOf = (state: State): HoldAction | null => ACTIONS[state] ?? null;

type Props = { order: OrderRow & { edit_url: string | null }; action: HoldAction; onClose: () => void; onChanged: () => void };

export function HoldDialog({ order, action, onClose, onChanged }: Props) {
  const [comment, setComment] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"act" | "edit" | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const show = (text: string): void => {
    setWrong(text);
    requestAnimationFrame(() => field.current?.focus());
  };
  const act = async (edit: boolean): Promise<void> => {
    if (busy) return;
    setRefused(null);
    setWrong(null);
    if (comment.trim() === "") return show(t("act-comment-missing"));
    setBusy(edit ? "edit" : "act");
    try {
      const answer = await api.act(order.id, action, comment, edit);
      putOrder(answer.order);
      if (edit && order.edit_url) return location.assign(order.edit_url);
      say(t(`act-${action}-done`));
      onChanged();
      onClose();
    } catch (error) {
      const problem = problemOf(error);
      const placed = problem.errors.find(({ pointer }) => pointer === "/comment");
      setBusy(null);
      if (placed) return show(placed.detail);
      setRefused(problem);
      if (problem.status === 409) onChanged(); // somebody was faster: what is behind the dialog is no longer true
    }
  };
  return (
    <Dialog title={t(`act-${action}-title`, { number: said(order.number ?? order.id) })} onClose={onClose}>
      <form class="hold-form dialog-form" noValidate onSubmit={(event) => (event.preventDefault(), void act(false))}>
        <div class="dialog-body">
          {refused && <ProblemNote problem={refused} />}
          <p>{t(`act-${action}-text`)}</p>
          <div class="input">
            <label for="hold-comment">{t("act-comment")} <span class="quiet">{t("required")}</span></label>
            <textarea
              ref={field} id="hold-comment" name="comment" rows={4} required dir="auto" data-first="true" value={comment}
              aria-invalid={wrong ? "true" : undefined} aria-describedby="hold-comment-help" onInput={(event) => (setComment(event.currentTarget.value), setWrong(null))}
            />
            <p id="hold-comment-help" class={wrong ? "form-problem" : "quiet"}>{wrong ?? t("act-comment-help")}</p>
          </div>
        </div>
        <div class="dialog-foot">
          <Button onClick={onClose}>{t("cancel")}</Button>
          {action === "release" && order.edit_url && (
            <Button busy={busy === "edit"} disabled={busy !== null} onClick={() => void act(true)}>{t("act-release-edit")}</Button>
          )}
          <Button look="main" type="submit" busy={busy === "act"} disabled={busy !== null}>{t(`act-${action}-do`)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
