import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";
import "./empty.css";

type Props = { icon: IconName; title: string; /** It is all there is on the view. */ whole?: boolean; children?: ComponentChildren };

/** Nothing here: says why, and what would put something here. */
export function Empty({ icon, title, whole, children }: Props) {
  return (
    <div class="empty">
      <span class="empty-icon"><Icon name={icon} /></span>
      {whole ? <h1 tabIndex={-1}>{title}</h1> : <h2>{title}</h2>}
      {children}
    </div>
  );
}
