import { setMe, waiting } from "../me";
import { Say } from "../parts/say";
import { t } from "../text";

/** Asks for the name that cases are assigned to, when something was to be done under it. */
export function AskMe() {
  const act = waiting.value;
  if (!act) return null;
  const done = async (name: string): Promise<void> => {
    setMe(name.trim());
    act(name.trim());
  };
  return (
    <Say
      title={t("me-title")} text={t("me-text")} label={t("fact-name")} missing={t("me-missing")} pointer="/name" short act={t("me-do")}
      onSay={done} onClose={() => (waiting.value = null)}
    />
  );
}
