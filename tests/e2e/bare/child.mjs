// Runs the bundled Worker on bare Miniflare, wrangler's own dependency, with storage in a folder. Started by bare/start.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { migrationStatements, root, secrets } from "../harness.mjs";

const { Miniflare, convertV4MiniflareOptions } = createRequire(fileURLToPath(import.meta.resolve("wrangler")))("miniflare");
const [folder, vars] = process.argv.slice(2);
const dist = path.join(root, "build/dist");
const index = readFileSync(path.join(dist, "index.js"), "utf8");
const wasm = index.match(/from "\.\/([^"]+\.wasm)"/)[1];
const [, date] = readFileSync(path.join(root, "wrangler.toml"), "utf8").match(/^compatibility_date = "([^"]+)"/m);

// The options as people write them; the constructor takes wrangler's own form.
const options = convertV4MiniflareOptions({
  name: "ordergate",
  modules: [
    { type: "ESModule", path: path.join(dist, "index.js"), contents: index },
    { type: "CompiledWasm", path: path.join(dist, wasm), contents: readFileSync(path.join(dist, wasm)) },
  ],
  modulesRoot: dist,
  compatibilityDate: date,
  bindings: { ...secrets, MAIL_TRANSPORT: "outbox", ...JSON.parse(vars) },
  d1Databases: { DB: "ordergate" },
  kvNamespaces: { SNAPSHOTS: "snapshots" },
  host: "127.0.0.1",
  port: 0,
  cf: false,
});
const miniflare = new Miniflare({ ...options, resourcePersistencePath: folder });
const url = await miniflare.ready;
const database = await miniflare.getD1Database("DB");
const { present } = await database.prepare("SELECT COUNT(*) AS present FROM sqlite_master WHERE name = 'shop'").first();
if (!present) await database.batch((await migrationStatements()).map((sql) => database.prepare(sql)));

process.on("message", async ({ id, sql, params, scheduled }) => {
  try {
    if (scheduled) {
      const worker = await miniflare.getWorker();
      process.send({ id, result: await worker.scheduled({ cron: "* * * * *" }) });
    } else {
      const { results } = await database.prepare(sql).bind(...params).all();
      process.send({ id, result: results });
    }
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.on("disconnect", () => process.exit());
process.send({ ready: url.origin });
