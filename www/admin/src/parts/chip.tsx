import type { ComponentChildren } from "preact";
import { fieldName } from "../format";
import { t, tOr } from "../text";
import type { Effect, State } from "../types";
import "./chip.css";
import { Isolate } from "./isolate";

const TONES: Record<string, string> = {
  held: "held", declined: "bad", fraud: "bad", not_checked: "quiet", approved: "good", released: "good", shipped: "away", cancelled: "quiet",
};

export function StateChip({ state }: { state: State }) {
  return <span class={`chip chip-state tone-${TONES[state] ?? "quiet"}`} data-state={state}>{tOr(`state-${state}`, state)}</span>;
}

const EFFECT_TONES: Record<Effect, string> = { points: "quiet", mark: "marked", hold: "held", hold_always: "held", allow: "good" };

export function EffectChip({ effect }: { effect: Effect }) {
  return <span class={`chip tone-${EFFECT_TONES[effect] ?? "quiet"}`}>{tOr(`effect-${effect}`, effect)}</span>;
}

export function Tag({ tone = "quiet", children }: { tone?: string; children: ComponentChildren }) {
  return <span class={`chip tone-${tone}`}>{children}</span>;
}

/** A field of an entry with its value, or only its name for a match. */
export function FieldChip({ field, value }: { field: string; value?: string }) {
  return (
    <span class="chip field-chip">
      <span class="field-chip-name">{fieldName(field)}</span>
      {value !== undefined && <span class="field-chip-value"><span class="hidden">{t("colon")}</span><Isolate text={value} /></span>}
    </span>
  );
}
