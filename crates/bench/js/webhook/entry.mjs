// The Worker as it is built, over a database that answers every known batch from memory: what one order costs without the database.
//
//   POST /__measure  [{"url", "headers", "body"}, …]   each as a request of its own, one after the other; answers their statuses
//   POST /__nothing  the same requests to a handler that only reads their bodies
import worker from "the-worker";

const answers = new Map();

// Writing a line to the harness costs more than the order, and is the harness' own.
console.log = () => {};

// The runtime's own name: bindings are told apart by it.
class D1Database {
  #real;

  constructor(real) {
    this.#real = real;
  }

  prepare(sql) {
    return { bind: (...params) => ({ sql, params }) };
  }

  async batch(statements) {
    const key = statements.map(({ sql }) => sql).join(";\n");
    if (!answers.has(key)) answers.set(key, await this.#real.batch(statements.map(({ sql, params }) => this.#real.prepare(sql).bind(...params))));
    return answers.get(key);
  }
}

const nothing = async (request) => new Response(String((await request.arrayBuffer()).byteLength));

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/__measure" && pathname !== "/__nothing") return worker.fetch(request, env, context);
    const remembered = { ...env, DB: new D1Database(env.DB) };
    const statuses = {};
    for (const { url, headers, body } of await request.json()) {
      const one = new Request(url, { method: "POST", headers, body });
      const response = await (pathname === "/__nothing" ? nothing(one) : worker.fetch(one, remembered, context));
      await response.arrayBuffer();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    }
    return Response.json(statuses);
  },
  scheduled: () => {},
};
