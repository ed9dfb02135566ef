// The real Worker in workerd, with a real D1 and KV, for end-to-end tests.
//
// Needs build/dist, the bundled Worker (`cargo xtask test` makes it; by hand: `cargo xtask worker && cargo xtask www`, then
// `ORDERGATE_BUILT=1 wrangler deploy --dry-run --env= --outdir build/dist`), and the Node of package.json.
//
//   const worker = await startWorker({ vars: { MAIL_TRANSPORT: "resend" } });   // storage in memory, gone at stop()
//   const worker = await startWorker({ persist: "some/folder" });                // a process of its own that can be killed
//   worker.url, worker.fetch(path, init), worker.d1(sql, ...params), worker.scheduled(), worker.logs(), worker.stop()
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Secrets that every test Worker gets. Tests may name them in `vars` to change them. */
export const secrets = {
  OPERATOR_KEY: "0000000000000000000000000000000000000000000000000000000000000001",
  MASTER_KEY: "0000000000000000000000000000000000000000000000000000000000000002",
};

const quiet = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  ORDERGATE_BUILT: "1",
};

/**
 * Starts a Worker whose database has all migrations.
 * @param {{ vars?: Record<string, string>, persist?: string, entry?: string, migrate?: boolean }} options
 *   `vars` override the vars and secrets; `persist` keeps storage in a folder and runs the Worker in processes that `kill()` ends
 *   without warning; `entry` is another folder with a bundled Worker; `migrate: false` leaves the database empty.
 */
export async function startWorker({ vars = {}, persist, entry = "build/dist", migrate = true } = {}) {
  if (!existsSync(path.join(root, entry, "index.js"))) throw new Error(`${entry} is missing: run cargo xtask test --only e2e once`);
  return persist ? startProcess({ vars, persist: path.resolve(persist), migrate }) : startInMemory({ vars, entry, migrate });
}

/** The statements of all migrations, in order. */
export async function migrationStatements() {
  const { unstable_splitSqlQuery: split } = await wrangler();
  const folder = path.join(root, "crates/store/migrations");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".sql")).sort() : [];
  return files.flatMap((name) => split(readFileSync(path.join(folder, name), "utf8"))).filter((sql) => sql.trim() !== "");
}

async function wrangler() {
  Object.assign(process.env, quiet);
  return import("wrangler");
}

async function startInMemory({ vars, entry, migrate }) {
  const { createTestHarness } = await wrangler();
  const server = createTestHarness({ root, workers: [{ configPath: "wrangler.toml", prebuiltWorkerDir: entry, vars, secrets: withoutKeys(secrets, vars) }] });
  const { url } = await server.listen();
  const { DB } = await server.getWorker().getEnv();
  if (migrate) {
    const statements = await migrationStatements();
    if (statements.length > 0) await DB.batch(statements.map((sql) => DB.prepare(sql)));
  }
  return {
    url: url.origin,
    fetch: (target, init) => fetch(new URL(target, url), { redirect: "manual", ...init }),
    d1: async (sql, ...params) => (await DB.prepare(sql).bind(...params).all()).results,
    scheduled: (options) => server.getWorker().scheduled(options),
    logs: () => server.getLogs(),
    clearLogs: () => server.clearLogs(),
    stop: () => server.close(),
  };
}

async function startProcess({ vars, persist, migrate }) {
  mkdirSync(persist, { recursive: true });
  const envFile = path.join(persist, "vars.env");
  writeFileSync(envFile, Object.entries({ ...secrets, ...vars }).map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
  const env = { ...process.env, ...quiet, CI: "1", NO_COLOR: "1" };
  const program = path.join(root, "node_modules/.bin/wrangler");
  const migrated = path.join(persist, "migrated");
  if (migrate && !existsSync(migrated) && (await migrationStatements()).length > 0) {
    const { status, stdout, stderr } = spawnSync(program, ["d1", "migrations", "apply", "DB", "--local", "--persist-to", persist], { cwd: root, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`migrations failed: ${stdout}${stderr}`);
    writeFileSync(migrated, "");
  }
  const port = await freePort();
  const options = ["--ip", "127.0.0.1", "--port", String(port), "--persist-to", persist, "--env-file", envFile, "--show-interactive-dev-session=false"];
  const child = spawn(program, ["dev", ...options], { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const url = `http://127.0.0.1:${port}`;
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  const end = async (name) => {
    process.off("exit", last);
    signal(name);
    await exited;
  };
  const last = () => signal("SIGKILL");
  process.on("exit", last);
  const begin = Date.now();
  for (;;) {
    if (child.exitCode !== null || Date.now() - begin > 60_000) {
      await end("SIGKILL");
      throw new Error(`wrangler dev did not start:\n${output}`);
    }
    if (await fetch(`${url}/healthz`).then((response) => response.ok, () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    fetch: (target, init) => fetch(new URL(target, url), { redirect: "manual", ...init }),
    d1: async (sql, ...params) => readDatabase(persist, sql, params),
    scheduled: async () => {
      const response = await fetch(`${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`);
      return { outcome: response.ok ? "ok" : "exception", noRetry: false };
    },
    logs: () => output.split("\n").filter(Boolean).map((message) => ({ level: "log", message })),
    clearLogs: () => (output = ""),
    /** SIGKILL to every process at once: a machine that goes dark. */
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** Reads the database of a stopped or running Worker through its file. */
async function readDatabase(persist, sql, params) {
  const { DatabaseSync } = await import("node:sqlite");
  const folder = path.join(persist, "v3/d1/miniflare-D1DatabaseObject");
  const file = readdirSync(folder).find((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite");
  const database = new DatabaseSync(path.join(folder, file));
  try {
    database.exec("PRAGMA busy_timeout = 5000");
    return database.prepare(sql).all(...params).map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function withoutKeys(record, keys) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !(name in keys)));
}
