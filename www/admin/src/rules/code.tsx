// A field for rule text: its words are told apart while it is typed, and what is refused is underlined where it stands.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { useAllWrong } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { t } from "../text";
import "./code.css";
import { flawsOf, RuleText, type Flaw } from "./text";

type Props = {
  pointer: string; label: string; help: string; value: string; first?: boolean; onInput: (value: string) => void;
  /** What the engine says of the text as it is now, a line each: what is wrong, and what is seldom meant. */
  live?: { wrong: string; warnings: string };
  /** Set to a function that puts a word where the caret is. */
  insert?: { current: (word: string) => void };
};

export function Code({ pointer, label, help, value, first, live, onInput, insert }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const tried = useAllWrong();
  const said = tried[pointer] ?? "";
  const [refused, setRefused] = useState("");
  useEffect(() => setRefused(value), [tried]);
  // What was refused stands until the text changes; from then on the engine says what is wrong with it.
  const fresh = value === refused && said !== "";
  const wrong = fresh || !live ? said : live.wrong;
  const flaws = wrong ? flawsOf(fresh || !live ? refused : value, wrong) : [];
  const warned = live && !wrong ? flawsOf(value, live.warnings) : [];
  const usable = fresh || live !== undefined || value === refused;
  const put = (from: number, to: number, word: string): void => {
    field.current?.focus();
    field.current?.setRangeText(word, from, to, "end");
    onInput(field.current?.value ?? value);
  };
  if (insert) insert.current = (word) => put(field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length, word);
  return (
    <div class="input">
      <label for={id}>{label} <span class="quiet">{t("required")}</span></label>
      <div class="code">
        <pre class="code-under" aria-hidden="true"><RuleText text={value} flaws={usable ? flaws : []} />{"\n"}</pre>
        <textarea
          ref={field} id={id} class="code-field" value={value} required spellcheck={false} autocapitalize="off" autocomplete="off" dir="ltr" rows={1} data-pointer={pointer}
          data-first={first ? "true" : undefined} aria-invalid={said || (wrong && value !== "") ? "true" : undefined} aria-describedby={`${id}-help`}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </div>
      <div id={`${id}-help`}>
        {wrong
          ? flaws.map((flaw) => <FlawLine flaw={flaw} onUse={(word) => put(flaw.at, flaw.end, word)} usable={usable} />)
          : warned.length === 0 && <p class="quiet">{help}</p>}
        {warned.map(({ message }) => <p class="code-warning"><Isolate text={message} /></p>)}
      </div>
    </div>
  );
}

function FlawLine({ flaw, onUse, usable }: { flaw: Flaw; onUse: (word: string) => void; usable: boolean }) {
  const { instead } = flaw;
  return (
    <p class="form-problem code-flaw">
      <Isolate text={flaw.message} />
      {instead && usable && <Button onClick={() => onUse(instead)}>{t("rule-use", { word: instead })}</Button>}
    </p>
  );
}
