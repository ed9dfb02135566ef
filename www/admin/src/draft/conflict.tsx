// Somebody changed the same thing of the draft while it was edited here: both are shown, and nothing typed is lost.
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { t } from "../text";
import { ChangeWords } from "./publish";

type Props = { /** What was read when the editing began, and what stands there now. */ before: object | undefined; theirs: object | undefined; onTake: () => void };

export function Conflict({ before, theirs, onTake }: Props) {
  return (
    <section class="conflict" role="alert" aria-label={t("conflict-title")}>
      <Icon name="warning" />
      <div>
        <p class="conflict-title">{t("conflict-title")}</p>
        <p>{t(theirs ? "conflict-text" : "conflict-removed")}</p>
        {theirs && <ChangeWords before={before} after={theirs} />}
        {theirs && <Button onClick={onTake}>{t("conflict-take")}</Button>}
      </div>
    </section>
  );
}
