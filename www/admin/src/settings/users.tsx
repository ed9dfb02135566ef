// Users: who signs in to the shop and in which role. Somebody is invited by a link that an admin passes on.
import { useState } from "preact/hooks";
import { at, call, get, post, remove } from "../api";
import { said } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { Confirm } from "../parts/confirm";
import { Copy } from "../parts/copy";
import { Dialog } from "../parts/dialog";
import { Field, FormDialog } from "../parts/form";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import { RoleNote } from "../parts/role-note";
import "../parts/rows.css";
import { Moment, Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { ROLES } from "../roles";
import { loadSession, refreshSession, session } from "../session";
import { t } from "../text";
import type { List, Role } from "../types";

type User = {
  id: string; name: string; role: Role; created_at: string; signed_in_at: string | null; passkeys: number;
  /** In the answer that makes it, and in no other. */
  link?: { url: string; expires_at: string };
};
type Asking = { what: "edit"; user: User | null } | { what: "remove"; user: User };

const listUsers = (signal?: AbortSignal): Promise<User[]> => get<List<User>>("/v1/users", signal).then(({ data }) => data);

export function Users() {
  const { data, problem, reload } = useLoad("users", listUsers);
  const [asking, ask] = useState<Asking | null>(null);
  const [made, setMade] = useState<User | null>(null);
  const close = (): void => ask(null);
  const done = (user?: User): void => {
    close();
    reload();
    setMade(user?.link ? user : null);
  };
  const link = (user: User): void => {
    post<User>(at("users", user.id, "sign-in-links"), {}).then(done, sayProblem);
  };
  const admins = data?.filter(({ role }) => role === "admin").length ?? 0;
  return (
    <>
      <RoleNote deed="change-users" />
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      <section class="card users" aria-busy={!data && !problem} aria-label={t("settings-tab-users")}>
        <div class="card-head">
          <span class="quiet-start">{t("users-text")}</span>
          <Button needs="change-users" icon="plus" onClick={() => ask({ what: "edit", user: null })}>{t("user-invite")}</Button>
        </div>
        <ul class="rows">{data?.map((user) => <UserRow key={user.id} user={user} last={admins === 1 && user.role === "admin"} onAsk={ask} onLink={link} />)}</ul>
      </section>
      {asking?.what === "edit" && <UserDialog known={asking.user} last={admins === 1 && asking.user?.role === "admin"} onClose={close} onDone={done} />}
      {asking?.what === "remove" && (
        <Confirm title={t("user-remove-title", { name: said(asking.user.name) })} action={t("user-remove")} word={asking.user.name} onClose={close} send={async () => {
          await remove(at("users", asking.user.id));
          if (asking.user.id === session.value?.user.id) return loadSession(); // nobody is signed in any more
          say(t("user-removed"));
          done();
        }}>
          <p>{t("user-remove-text")}</p>
        </Confirm>
      )}
      {made?.link && <LinkDialog user={made} url={made.link.url} until={made.link.expires_at} onClose={() => setMade(null)} />}
    </>
  );
}

type RowProps = { user: User; /** Nobody else is an admin. */ last: boolean; onAsk: (asking: Asking) => void; onLink: (user: User) => void };

function UserRow({ user, last, onAsk, onLink }: RowProps) {
  const own = user.id === session.value?.user.id;
  return (
    <li data-user={user.name} data-own={own ? "true" : undefined}>
      <div class="row-main">
        <span><Isolate text={user.name} /> {own && <Tag tone="good">{t("user-you")}</Tag>}</span>
        {last && <span class="quiet">{t("user-last-admin")}</span>}
      </div>
      <div class="row-part"><Tag tone={user.role === "admin" ? "away" : "quiet"}>{t(`role-${user.role}`)}</Tag></div>
      <div class="row-part quiet">
        {user.signed_in_at ? <>{t("user-seen")} <Time at={user.signed_in_at} /></> : t("user-never")}
        <br />{t("user-passkeys", { n: user.passkeys })}
      </div>
      <div class="row-acts">
        <Button needs="change-users" onClick={() => onAsk({ what: "edit", user })}>{t("edit")}</Button>
        {!own && <Button needs="change-users" onClick={() => onLink(user)}>{t("user-link")}</Button>}
        {!last && <Button needs="change-users" look="bare" icon="trash" label={t("user-remove-title", { name: said(user.name) })} onClick={() => onAsk({ what: "remove", user })} />}
      </div>
    </li>
  );
}

function UserDialog({ known, last, onClose, onDone }: { known: User | null; last: boolean; onClose: () => void; onDone: (user: User) => void }) {
  const [name, setName] = useState(known?.name ?? "");
  const [role, setRole] = useState<Role>(known?.role ?? "analyst");
  return (
    <FormDialog
      title={t(known ? "user-edit" : "user-invite")} action={t(known ? "save" : "user-invite-do")} onClose={onClose} check={() => (name.trim() ? {} : { "/name": t("user-name-missing") })}
      send={async () => {
        const sent = { name: name.trim(), role };
        const user = await (known ? call<User>("PUT", at("users", known.id), sent) : post<User>("/v1/users", sent));
        if (known?.id === session.value?.user.id) await refreshSession();
        if (known) say(t("user-saved"));
        onDone(user);
      }}
    >
      <Field pointer="/name" label={t("column-name")} value={name} required first help={t("user-name-help")} onInput={setName} />
      <Field
        pointer="/role" label={t("user-role")} value={role} disabled={last} options={ROLES.map((one) => [one, t(`role-${one}`)])}
        help={t(last ? "user-last-admin" : `role-${role}-help`)} onInput={(value) => setRole(value as Role)}
      />
    </FormDialog>
  );
}

/** The link is shown this once; who has it is that user. */
function LinkDialog({ user, url, until, onClose }: { user: User; url: string; until: string; onClose: () => void }) {
  return (
    <Dialog title={t("user-link-title", { name: said(user.name) })} onClose={onClose}>
      <div class="dialog-body form-fields">
        <p>{t("user-link-text")}</p>
        <Copy text={url} label={t("user-link-copy")} />
        <p class="quiet">{t("user-link-until")} <Moment at={until} /></p>
      </div>
      <div class="dialog-foot"><Button look="main" onClick={onClose}>{t("user-link-done")}</Button></div>
    </Dialog>
  );
}
