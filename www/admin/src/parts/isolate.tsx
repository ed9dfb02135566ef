// Text that somebody else wrote. It is never markup, cannot turn the direction of its surroundings, and hides nothing.
import { HIDDEN } from "../format";
import { t } from "../text";

const SPLIT = new RegExp(`(${HIDDEN.source})`, "u");

export function Isolate({ text }: { text: string | null | undefined }) {
  if (!text) return null;
  if (!HIDDEN.test(text)) return <bdi>{text}</bdi>;
  return (
    <bdi>
      {text.split(SPLIT).map((part) => (HIDDEN.test(part) ? <HiddenCharacter character={part} /> : part))}
    </bdi>
  );
}

/** A control character would act even inside an isolate when it closes it: its code is shown in its place. */
function HiddenCharacter({ character }: { character: string }) {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return <span class="hidden-char" title={t("hidden-character", { code })}>{code}</span>;
}
