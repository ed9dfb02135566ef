import { NEEDS, may, type Deed } from "../roles";
import { session } from "../session";
import { t } from "../text";
import "./role-note.css";

/** Says to those who may not do it that they only look, and whom to ask. */
export function RoleNote({ deed }: { deed: Deed }) {
  if (may(deed)) return null;
  return <p class="role-note">{t("role-note", { role: t(`role-${session.value?.user.role ?? "viewer"}`), needed: t(`role-${NEEDS[deed][1]}`) })}</p>;
}
