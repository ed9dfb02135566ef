// Who is signed in: undefined while asking, null when nobody is.
import { signal } from "@preact/signals";
import { api, ApiError, problemOf, setPageToken, whenSignedOut } from "./api";
import { setZone } from "./format";
import type { Problem, Session } from "./types";

export const session = signal<Session | null | undefined>(undefined);
export const sessionProblem = signal<Problem | null>(null);
/** True when this page was signed in before: the words of the signed-out screen differ. */
export const wasSignedIn = signal(false);

whenSignedOut(() => {
  wasSignedIn.value ||= session.value != null;
  session.value = null;
});

export async function loadSession(): Promise<void> {
  sessionProblem.value = null;
  try {
    await refreshSession();
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 401) return;
    sessionProblem.value = problemOf(error);
  }
}

/** Reads again what the shop is called, its zone and the snapshot in force. */
export async function refreshSession(): Promise<void> {
  const answer = await api.session();
  setZone(answer.shop.time_zone);
  setPageToken(answer.token);
  session.value = answer;
}

export async function signOut(): Promise<void> {
  try {
    await api.signOut();
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status !== 401) throw error;
  }
  wasSignedIn.value = true;
  session.value = null;
}
