// Starts the Worker behind faulty-entry/index.js: worker.fail({when, sql, times}), worker.clock(minutes) and worker.figures() beside what startWorker gives.
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root, startWorker } from "../harness.mjs";

/** @param {{ vars?: Record<string, string> }} options */
export async function startFaulty(options = {}) {
  const worker = await startWith(fileURLToPath(new URL("index.js", import.meta.url)), options);
  return {
    ...worker,
    fail: async (fault) => {
      const response = await worker.fetch("/__faults", { method: "POST", body: JSON.stringify(fault && { times: 1, ...fault }) });
      if (!response.ok) throw new Error(`the fault was not set: ${response.status}`);
    },
    clock: async (minutes) => {
      await worker.fetch("/__clock", { method: "POST", body: JSON.stringify({ minutes }) });
    },
    figures: async () => (await worker.fetch("/__figures")).json(),
  };
}

/** Starts the built Worker behind another entry module, which imports it as `the-worker`. */
export async function startWith(module, options = {}) {
  // A folder of its own for each test process, as two may start at once.
  const entry = `build/e2e-faulty/${process.pid}`;
  const [dist, folder] = [path.join(root, "build/dist"), path.join(root, entry)];
  const wasm = readFileSync(path.join(dist, "index.js"), "utf8").match(/from "\.\/([^"]+\.wasm)"/)[1];
  await build({
    entryPoints: [module],
    outfile: path.join(folder, "index.js"),
    alias: { "the-worker": path.join(dist, "index.js") },
    external: ["*.wasm"],
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
  copyFileSync(path.join(dist, wasm), path.join(folder, wasm));
  const worker = await startWorker({ ...options, entry });
  return {
    ...worker,
    stop: async () => {
      await worker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
