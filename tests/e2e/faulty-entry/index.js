// The Worker as it is built, with a database that fails and a clock that jumps when they are told to. Only tests run this; the Worker itself has no hooks.
//
//   POST /__faults   {"when": "before" | "after", "sql": "text in the batch", "times": 2}   the next batches with this SQL fail
//   POST /__clock    {"minutes": -10}   the clock is so far from the right time from then on
//   GET  /__figures  what every batch read and wrote since the last time
import worker from "the-worker";

let fault = null;
let figures = [];
let shift = 0;

const RightDate = Date;
globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RightDate.now() + shift] : given));
  }

  static now() {
    return RightDate.now() + shift;
  }
};

// The runtime's own name: bindings are told apart by it.
class D1Database {
  #real;

  constructor(real) {
    this.#real = real;
  }

  prepare(sql) {
    return this.#real.prepare(sql);
  }

  async batch(statements) {
    const sql = statements.map(({ statement }) => statement).join(";\n");
    const failing = fault !== null && fault.times > 0 && sql.includes(fault.sql) ? fault : null;
    if (failing !== null) failing.times -= 1;
    if (failing?.when === "before") throw new Error("D1_ERROR: Network connection lost before the query was sent.");
    const results = await this.#real.batch(statements);
    const sum = (name) => results.reduce((total, { meta }) => total + meta[name], 0);
    figures.push({ sql, statements: statements.length, read: sum("rows_read"), written: sum("rows_written"), each: results.map(({ meta }, index) => [statements[index].statement, meta.rows_written, meta.rows_read, meta.duration]) });
    if (failing?.when === "after") throw new Error("D1_ERROR: Network connection lost after the query was sent.");
    return results;
  }
}

const wrapped = (env) => ({ ...env, DB: new D1Database(env.DB) });

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname === "/__faults") {
      fault = await request.json();
      return new Response();
    }
    if (pathname === "/__clock") {
      shift = (await request.json()).minutes * 60_000;
      return new Response();
    }
    if (pathname === "/__figures") {
      const answer = Response.json(figures);
      figures = [];
      return answer;
    }
    return worker.fetch(request, wrapped(env), context);
  },
  scheduled: (event, env, context) => worker.scheduled(event, wrapped(env), context),
};
