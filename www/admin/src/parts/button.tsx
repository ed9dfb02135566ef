import type { ComponentChildren } from "preact";
import "./button.css";
import { may, type Deed } from "../roles";
import { Icon, type IconName } from "./icon";

type Props = {
  icon?: IconName;
  /** The name of a button that shows only its icon. */
  label?: string;
  /** The key that does the same. */
  shortcut?: string;
  look?: "plain" | "main" | "bare" | "danger";
  type?: "button" | "submit";
  disabled?: boolean;
  busy?: boolean;
  pressed?: boolean;
  describedby?: string;
  /** Whether what it shows and hides, by its id, is shown. */
  expanded?: boolean;
  controls?: string;
  /** It is there only for those whose role may do this. */
  needs?: Deed;
  onClick?: (event: MouseEvent) => void;
  children?: ComponentChildren;
};

export function Button({ icon, label, shortcut, look = "plain", type = "button", disabled, busy, pressed, describedby, expanded, controls, needs, onClick, children }: Props) {
  if (needs && !may(needs)) return null;
  const title = label && shortcut ? `${label} (${shortcut})` : label;
  return (
    <button
      type={type} class={`button button-${look}`} disabled={disabled} aria-busy={busy ? "true" : undefined}
      aria-label={label} title={title} aria-keyshortcuts={shortcut} aria-pressed={pressed} aria-describedby={describedby}
      aria-expanded={expanded} aria-controls={expanded ? controls : undefined}
      data-icon-only={children ? undefined : "true"} onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && children && <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  );
}
