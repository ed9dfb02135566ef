// The Worker in processes of its own that start in about a second and die at once: for tests that kill it again and again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * @param {string} folder where the database is kept from one start to the next
 * @param {Record<string, string>} vars vars of the Worker beside the secrets
 */
export async function startBare(folder, vars = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("child.mjs", import.meta.url)), folder, JSON.stringify(vars)], { detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const exited = once(child, "exit");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  const last = () => signal("SIGKILL");
  process.on("exit", last);
  const waiting = new Map();
  const url = await new Promise((resolve, reject) => {
    child.on("message", ({ ready, id, result, error }) => {
      if (ready) return resolve(ready);
      const { answer, fail } = waiting.get(id);
      waiting.delete(id);
      return error ? fail(new Error(error)) : answer(result);
    });
    exited.then(() => reject(new Error(`the Worker did not start:\n${output}`)));
  });
  let next = 0;
  const ask = (message) =>
    new Promise((answer, fail) => {
      next += 1;
      waiting.set(next, { answer, fail });
      child.send({ id: next, ...message });
    });
  return {
    url,
    fetch: (target, init) => fetch(new URL(target, url), { redirect: "manual", ...init }),
    d1: (sql, ...params) => ask({ sql, params }),
    scheduled: () => ask({ scheduled: true }),
    /** SIGKILL to workerd and everything around it at once: a machine that goes dark. */
    kill: async () => {
      process.off("exit", last);
      signal("SIGKILL");
      await exited;
    },
  };
}
