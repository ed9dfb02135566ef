// From one thing of a list to the one before or after it, and the newest of it.
import { t } from "../text";
import { Button } from "./button";

type Props = {
  /** What the two buttons are called. */
  previous: string; next: string;
  near: { previous: string | null; next: string | null };
  to: (id: string | null) => void;
  busy: boolean;
  onRefresh: () => void;
};

export function Walk({ previous, next, near, to, busy, onRefresh }: Props) {
  return (
    <span class="order-walk">
      <Button icon="up" label={previous} shortcut="k" disabled={!near.previous} onClick={() => to(near.previous)} />
      <Button icon="down" label={next} shortcut="j" disabled={!near.next} onClick={() => to(near.next)} />
      <Button icon="refresh" label={t("refresh")} shortcut="r" busy={busy} onClick={onRefresh} />
    </span>
  );
}
