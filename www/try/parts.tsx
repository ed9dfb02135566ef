// Small parts that several views use.
import { Icon, type IconName } from "../admin/src/parts/icon";

// Characters that draw nothing or turn the direction of what follows: they are shown instead of obeyed.
const HIDDEN = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff])/u;

/** Somebody else's words: isolated, and with nothing hidden in them. */
export function Said({ text, class: name }: { text: string; class?: string }) {
  const parts = HIDDEN.test(text) ? text.split(HIDDEN) : [text];
  return (
    <bdi class={name}>
      {parts.map((part) => (part.length === 1 && HIDDEN.test(part) ? <span class="hidden-char">{`U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`}</span> : part))}
    </bdi>
  );
}

/** A button that opens the system's choice of a file. */
export function ChooseFile({ label, name, main, accept, chosen }: { label: string; name: string; main?: boolean; accept: string; chosen: (file: File) => void }) {
  return (
    <label class={`button choose ${main ? "button-main" : "button-plain"}`}>
      <input
        type="file" accept={accept} class="hidden" aria-label={name}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) chosen(file);
          event.currentTarget.value = "";
        }}
      />
      <span aria-hidden="true">{label}</span>
    </label>
  );
}

export function Notice({ icon, tone, children }: { icon: IconName; tone: "bad" | "marked" | "quiet" | "good"; children: preact.ComponentChildren }) {
  return (
    <div class={`notice notice-${tone}`} {...(tone === "bad" ? { role: "alert" } : {})}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
