// What cannot be undone is confirmed by typing a word.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../text";
import { Field, FormDialog } from "./form";

type Props = {
  title: string; action: string; word: string; send: () => Promise<void>; onClose: () => void; children: ComponentChildren;
};

export function Confirm({ title, action, word, send, onClose, children }: Props) {
  const [typed, type] = useState("");
  const isSame = typed.trim().toLowerCase() === word.trim().toLowerCase();
  return (
    <FormDialog danger title={title} action={action} send={send} onClose={onClose} check={() => (isSame ? {} : { "/word": t("confirm-other") })}>
      <div>{children}</div>
      <Field pointer="/word" label={t("confirm-type", { word })} value={typed} first onInput={type} />
    </FormDialog>
  );
}
