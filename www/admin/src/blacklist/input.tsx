import { t } from "../text";

type Props = {
  name: string;
  label: string;
  value: string;
  help?: string;
  problem?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  numeric?: boolean;
  /** Where the dialog starts. */
  first?: boolean;
  onInput: (value: string) => void;
};

/** A labelled field; a problem takes the place of its help and is read with it. */
export function Input({ name, label, value, help, problem, required, disabled, numeric, first, onInput }: Props) {
  const id = `add-${name}`;
  const note = problem ?? help;
  return (
    <div class="input">
      <label for={id}>{label}{required && <span class="quiet"> {t("required")}</span>}</label>
      <input
        id={id} name={name} value={value} disabled={disabled} required={required} autocomplete="off" spellcheck={false} dir="auto"
        inputMode={numeric ? "numeric" : undefined} data-first={first ? "true" : undefined}
        aria-invalid={problem ? "true" : undefined} aria-describedby={note ? `${id}-help` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {note && <p id={`${id}-help`} class={problem ? "form-problem" : "quiet"}>{note}</p>}
    </div>
  );
}
