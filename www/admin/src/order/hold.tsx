// A person holds or releases an order, and says why. An order that is to be changed is released to the shop's own editor.
import { api } from "../api";
import { said } from "../format";
import { orders } from "../orders/store";
import { Say } from "../parts/say";
import { say } from "../parts/toast";
import { t } from "../text";
import type { HoldAction, OrderRow, State } from "../types";

const ACTIONS: Partial<Record<State, HoldAction>> = { held: "release", approved: "hold", released: "hold", not_checked: "hold" };

/** What a person can do about an order in this state; nothing once it has ended. */
export const actionOf = (state: State): HoldAction | null => ACTIONS[state] ?? null;

type Props = { order: OrderRow & { edit_url: string | null }; action: HoldAction; onClose: () => void; onChanged: () => void };

export function HoldDialog({ order, action, onClose, onChanged }: Props) {
  const act = async (comment: string, edit = false): Promise<void> => {
    const answer = await api.act(order.id, action, comment, edit);
    orders.put(answer.order);
    if (edit && order.edit_url) return location.assign(order.edit_url);
    say(t(`act-${action}-done`));
    onChanged();
  };
  const toEditor = action === "release" && order.edit_url !== null;
  return (
    <Say
      title={t(`act-${action}-title`, { number: said(order.number ?? order.id) })} text={t(`act-${action}-text`)} label={t("act-comment")} help={t("act-comment-help")}
      missing={t("act-comment-missing")} pointer="/comment" act={t(`act-${action}-do`)} onSay={act} onConflict={onChanged} onClose={onClose}
      {...(toEditor ? { other: { act: t("act-release-edit"), onSay: (comment: string) => act(comment, true) } } : {})}
    />
  );
}
