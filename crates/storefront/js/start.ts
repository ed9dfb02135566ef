// The checkout's side of Ordergate: a hidden field with a sealed token, and, once the engine is there, hints and what not to offer.
// Nothing here may keep an order form from being posted: whatever fails becomes a word in the field and an event.
import type { Checkout, Judgement, Options } from "./types/index";
import { bound, fieldsOf } from "./page_order";

/** Where the engine's module lies on the edge; put in by the build. */
declare const ENGINE: string;

/** The longest a form waits for its token. */
const PATIENCE = 1500;
/** A token is good for 30 minutes. */
const FRESH = 25 * 60_000;

type EngineModule = { load(edge: string, shop: string): Promise<(fields: Map<string, string>) => Judgement> };

export function start(options: Options): Checkout | null {
  if (typeof document === "undefined") return null;
  const edge = options.edge.replace(/\/$/, "");
  const form = typeof options.form === "string" ? document.querySelector<HTMLFormElement>(options.form) : (options.form ?? null);
  const field = hiddenField(form);
  const tell = (name: string, detail: object): void => void (form ?? document).dispatchEvent(new CustomEvent(`ordergate:${name}`, { detail, bubbles: true }));
  const fields = (): Map<string, string> => fieldsOf({ ...embedded(), ...options.order?.() }, form);

  let value = "degraded:waiting";
  let asked = "";
  let askedAt = 0;
  let pending: Promise<void> | null = null;
  let judge: ((fields: Map<string, string>) => Judgement) | null = null;
  let judged: Judgement = { hints: [], hide: [], rules: [] };

  const put = (text: string): void => {
    value = text;
    if (field) field.value = text;
  };
  const degraded = (reason: string): void => {
    put(`degraded:${reason}`);
    tell("degraded", { reason });
  };

  /** Asks for a token when the e-mail address or the cart is not the one asked for last. */
  function refresh(): Promise<void> {
    const body = JSON.stringify({ order: bound(fields()) });
    if (body === asked && Date.now() - askedAt < FRESH) return pending ?? Promise.resolve();
    asked = body;
    askedAt = Date.now();
    const latest: Promise<void> = ask(edge, options.shop, body).then(
      (token) => void (asked === body && put(token)),
      (reason: unknown) => {
        if (asked !== body) return;
        asked = "";
        degraded(reason instanceof Error ? (reason.name === "TimeoutError" ? "timeout" : "network") : String(reason));
      },
    ).finally(() => { if (pending === latest) pending = null; });
    return (pending = latest);
  }

  function changed(): void {
    void refresh();
    judgeAgain();
  }

  function judgeAgain(): void {
    if (!judge) return;
    try {
      judged = judge(fields());
      tell("judged", judged);
    } catch {
      degraded("engine");
    }
  }

  // A form that is posted while its token is on the way waits for it, and never longer than PATIENCE.
  let waited = false;
  form?.addEventListener("change", changed);
  form?.addEventListener("submit", (event) => {
    const waiting = refresh();
    if (waited || !pending) {
      waited = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    void Promise.race([waiting, new Promise((done) => setTimeout(done, PATIENCE))]).then(() => {
      waited = true;
      form.requestSubmit(submitter?.isConnected ? submitter : null);
    });
  }, true);

  put(value);
  void refresh();
  // `import` by a variable: a bundler must not follow it.
  const engine = edge + ENGINE;
  const load = (import(/* @vite-ignore */ /* webpackIgnore: true */ engine) as Promise<EngineModule>)
    .then((module) => module.load(edge, options.shop))
    .then((loaded) => { judge = loaded; tell("ready", { mode: "full" }); judgeAgain(); })
    .catch((error: unknown) => { tell("degraded", { reason: typeof error === "string" ? error : "engine" }); tell("ready", { mode: "token" }); });

  return {
    token: async () => {
      await refresh();
      return value;
    },
    hints: async () => (await load, judged.hints),
    decide: async () => {
      await load;
      judgeAgain();
      return { hide: judged.hide, rules: judged.rules };
    },
  };
}

/** One token from the edge; throws a word, or the browser's own error. */
async function ask(edge: string, shop: string, body: string): Promise<string> {
  const answer = await fetch(`${edge}/v1/checkouts`, {
    method: "POST",
    headers: { authorization: `Bearer ${shop}`, "content-type": "application/json" },
    body,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw answer.status === 429 ? "rate_limited" : `http_${answer.status}`;
  const { token } = (await answer.json()) as { token?: unknown };
  if (typeof token !== "string") throw "answer";
  return token;
}

function hiddenField(form: HTMLFormElement | null): HTMLInputElement | null {
  if (!form) return null;
  const found = form.querySelector<HTMLInputElement>("input[name=ordergate_token]");
  if (found) return found;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "ordergate_token";
  form.append(field);
  return field;
}

/** The order that the page carries as `<script type="application/json" data-ordergate-order>`. */
function embedded(): object {
  try {
    return JSON.parse(document.querySelector("script[data-ordergate-order]")?.textContent ?? "{}") as object;
  } catch {
    return {};
  }
}
