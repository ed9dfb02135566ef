// The entry of the Worker: calls into the WASM, and starts it afresh after a trap.
//
// Rust code here must never panic. If it does all the same, the memory of the instance cannot be trusted any more: every request
// that was in flight in this isolate is answered 503 with Retry-After (nothing was acknowledged, so senders try again), and the
// next call runs on a new instance.
import * as core from "./core.js";

const state = core.__worker_init_state();
const inFlight = new Set();
let broken = false;

// Rust's panic hook sets this property; requests that wait for something else learn of it at once instead of hanging.
Object.defineProperty(state, "criticalError", {
  get: () => broken,
  set: (value) => {
    broken = value;
    if (value) for (const giveUp of [...inFlight]) giveUp();
  },
});

// A trap without a panic (stack overflow, memory used up) in a task that runs after its call returned.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) state.criticalError = true;
});

async function call(handler, ...args) {
  if (broken) {
    core.__wbg_reset_state();
    broken = false;
  }
  let giveUp;
  const lost = new Promise((_, reject) => {
    giveUp = () => reject(new Error("the instance was reset"));
  });
  inFlight.add(giveUp);
  try {
    return await Promise.race([handler(...args), lost]);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) state.criticalError = true;
    throw error;
  } finally {
    inFlight.delete(giveUp);
  }
}

function unavailable() {
  const problem = { type: "about:blank", title: "Service Unavailable", status: 503, detail: "try again in a moment" };
  const headers = { "content-type": "application/problem+json", "retry-after": "1", "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}

export default {
  async fetch(request, env, ctx) {
    try {
      return await call(core.fetch, request, env, ctx);
    } catch (error) {
      console.error("request lost", error);
      return unavailable();
    }
  },
  async scheduled(event, env, ctx) {
    await call(core.scheduled, event, env, ctx);
  },
};
