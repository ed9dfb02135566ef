// What a role may do is what the page offers. The Worker's table decides (crates/worker/src/roles.rs); tests/browser/roles.test.mjs
// holds this one against it.
import { session } from "./session";
import type { Role } from "./types";

/** From the one that only looks to the one that may do everything. */
export const ROLES: readonly Role[] = ["viewer", "analyst", "approver", "admin"];

/** What a person does on the page: the route that does it, and the least role that may. */
export const NEEDS = {
  "take-case": ["POST /v1/cases/next", "analyst"],
  "assign-case": ["POST /v1/cases/*/assign", "analyst"],
  "snooze-case": ["POST /v1/cases/*/snooze", "analyst"],
  "note-case": ["POST /v1/cases/*/notes", "analyst"],
  "answer-case": ["POST /v1/cases/*/resolution", "approver"],
  lock: ["POST /v1/orders/*/lock", "analyst"],
  hold: ["POST /v1/orders/*/hold", "analyst"],
  recheck: ["POST /v1/orders/*/recheck", "analyst"],
  release: ["POST /v1/orders/*/release", "approver"],
  cancel: ["POST /v1/orders/*/cancel", "approver"],
  "retry-command": ["POST /v1/orders/*/commands/*/retry", "approver"],
  "retry-mail": ["POST /v1/mails/*/retry", "analyst"],
  "add-entry": ["POST /v1/entries", "analyst"],
  "change-entry": ["PUT /v1/entries/*", "analyst"],
  "import-entries": ["POST /v1/entries/import", "analyst"],
  "export-entries": ["GET /v1/entries/export", "analyst"],
  "change-rules": ["PUT /v1/rules/*", "approver"],
  publish: ["POST /v1/snapshots", "approver"],
  "change-contacts": ["PUT /v1/contacts/*", "admin"],
  "test-contact": ["POST /v1/contacts/*/test", "analyst"],
  "change-decision": ["PUT /v1/settings", "admin"],
  "change-shop": ["PUT /v1/shop", "admin"],
  connections: ["GET /v1/connections", "admin"],
  keys: ["GET /v1/keys", "admin"],
  endpoints: ["GET /v1/endpoints", "admin"],
  "change-users": ["POST /v1/users", "admin"],
} as const satisfies Record<string, readonly [string, Role]>;
export type Deed = keyof typeof NEEDS;

/** Whether somebody of this role may do what asks for that one. */
export const reaches = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

export const may = (deed: Deed): boolean => session.value != null && reaches(session.value.user.role, NEEDS[deed][1]);

/** An act, for those who may do it. */
export const ifMay = (deed: Deed, act: () => void): (() => void) | undefined => (may(deed) ? act : undefined);
