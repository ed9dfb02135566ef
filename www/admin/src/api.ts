// The one way to fetch. Same origin, the session cookie travels by itself; failures arrive as `ApiError` with a problem.
import { t, words } from "./text";
import type { Entry, HoldAction, List, NewEntry, OrderAnswer, OrderRow, Problem, Session } from "./types";

const TIMEOUT_MS = 20_000;

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

let onSignedOut: () => void = () => {};
/** Called whenever an answer says that the session is gone. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** Any thrown value as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  const timedOut = error instanceof DOMException && error.name === "TimeoutError";
  return {
    status: 0,
    title: t(timedOut ? "problem-timeout" : "problem-network"),
    detail: t("problem-network-detail"),
    errors: [],
  };
}

export const wasAborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

let pageToken = "";
/** What the server wants to see again with whatever changes something: no other page can know it. */
export function setPageToken(token: string): void {
  pageToken = token;
}

async function readProblem(response: Response): Promise<Problem> {
  const fallback = {
    status: response.status,
    title: t(response.status >= 500 ? "problem-ours" : "problem-refused"),
    detail: t("problem-status", { status: response.status }),
    errors: [],
  };
  if (!(response.headers.get("content-type") ?? "").includes("json")) return fallback;
  try {
    const body = (await response.json()) as Partial<Problem>;
    return {
      ...(body.type ? { type: body.type } : {}),
      status: response.status,
      title: body.title || fallback.title,
      detail: body.detail ?? "",
      errors: Array.isArray(body.errors) ? body.errors : [],
    };
  } catch {
    return fallback;
  }
}

/** One request to the API. */
export const call = async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => (await callTagged<T>(method, path, body, signal)).data;

/** One request that says which version it was made on, and learns which one there is then. */
export async function callTagged<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, madeOn = ""): Promise<{ data: T; tag: string }> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const init: RequestInit = {
    method,
    credentials: "same-origin",
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: { accept: "application/json", ...(method === "GET" ? {} : { "content-type": body instanceof Blob ? "text/csv" : "application/json", "x-ordergate-token": pageToken }), ...(madeOn ? { "if-match": madeOn } : {}) },
  };
  if (body !== undefined) init.body = body instanceof Blob ? body : JSON.stringify(body);
  const response = await fetch(path, init).finally(() => words); // a failure is said in words
  if (response.status === 401) onSignedOut();
  if (!response.ok) throw new ApiError(await readProblem(response));
  return { data: (response.status === 204 ? undefined : await response.json()) as T, tag: response.headers.get("etag") ?? "" };
}

function query(path: string, params: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const PAGE = "50";

export const api = {
  session: () => call<Session>("GET", "/v1/session"),
  signOut: () => call<void>("DELETE", "/v1/session"),
  orders: (filter: Record<string, string>, cursor: string | null, signal?: AbortSignal) =>
    call<List<OrderRow>>("GET", query("/v1/orders", { ...filter, limit: PAGE, cursor }), undefined, signal),
  order: (id: string, signal?: AbortSignal) =>
    call<OrderAnswer>("GET", `/v1/orders/${encodeURIComponent(id)}`, undefined, signal),
  act: (id: string, action: HoldAction, comment: string, edit: boolean) =>
    call<OrderAnswer>("POST", `/v1/orders/${encodeURIComponent(id)}/${action}`, edit ? { comment, edit } : { comment }),
  entries: (list: string | null, cursor: string | null, signal?: AbortSignal) =>
    call<List<Entry>>("GET", query("/v1/entries", { list, limit: PAGE, cursor }), undefined, signal),
  replaceEntry: (id: string, entry: NewEntry) => call<Entry>("PUT", `/v1/entries/${encodeURIComponent(id)}`, entry),
  addEntry: (entry: NewEntry) => call<Entry>("POST", "/v1/entries", entry),
  removeEntry: (id: string) => call<void>("DELETE", `/v1/entries/${encodeURIComponent(id)}`),
};

/** Any route of the API, for views that ask for what only they need. `at` makes its path: ids are encoded. */
export const at = (...segments: string[]): string => `/v1/${segments.map(encodeURIComponent).join("/")}`;
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>("GET", path, undefined, signal);
export const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> => call<T>("POST", path, body, signal);
export const remove = (path: string): Promise<void> => call<void>("DELETE", path);
export const listed = <T>(path: string, filter: Record<string, string>, cursor: string | null, signal?: AbortSignal): Promise<List<T>> =>
  get<List<T>>(query(path, { limit: PAGE, ...filter, cursor }), signal);
