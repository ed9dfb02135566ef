import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";
import "./empty.css";

/** Nothing here: says why, and what would put something here. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <span class="empty-icon"><Icon name={icon} /></span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
