// The engine's keys are the same by its own tables (natively) and by the runtime's Unicode (in the Worker and in pages). Both sides
// take one digest of what they say of every character; crates/screening/src/key/unicode.rs takes the other.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { root } from "./harness.mjs";

const wanted = (await readFile(path.join(root, "crates/screening/data/unicode.sha256"), "utf8")).trim();

// Runs here and, as a module's text, in workerd: a line a character, with what is newer than Unicode 17 left out.
const lines = `
const newer = [[0x558], [0x58b, 0x58c], [0x5c8, 0x5c9], [0xb53, 0xb54], [0x1ade, 0x1adf], [0x1aec, 0x1af0], [0x209d, 0x209f], [0x107bb, 0x107bf],
  [0x10ecb, 0x10ecf], [0x10ef0, 0x10ef9], [0x11df0], [0x1b123, 0x1b126], [0x1d127, 0x1d128], [0x1d250, 0x1d252], [0x1d25b, 0x1d25c], [0x1d25f],
  [0x1d280, 0x1d281], [0x1d6a6], [0x1df95], [0x1dfcd, 0x1dfff]];
const hex = (text) => [...text].map((part) => part.codePointAt(0).toString(16) + ".").join("");
export function* lines() {
  for (let code = 0; code < 0x110000; code++) {
    if ((code >= 0xd800 && code < 0xe000) || newer.some(([first, last = first]) => code >= first && code <= last)) continue;
    const text = String.fromCodePoint(code);
    const forms = [text.normalize("NFC"), text.normalize("NFKC"), text.normalize("NFKD"), text.toLowerCase()];
    yield forms.map(hex).join(" ") + " " + Number(/^\\p{M}$/u.test(text)) + " " + Number(/^[\\p{Alphabetic}\\p{N}]$/u.test(text)) + "\\n";
  }
}
`;

test("Node says of every character what the engine's tables say", async () => {
  const { lines: said } = await import(`data:text/javascript,${encodeURIComponent(lines)}`);
  const digest = createHash("sha256");
  for (const line of said()) digest.update(line);
  assert.equal(digest.digest("hex"), wanted);
});

test("workerd says of every character what the engine's tables say", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "ordergate-unicode-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  await writeFile(path.join(folder, "lines.mjs"), lines);
  await writeFile(path.join(folder, "main.mjs"), `import { lines } from "./lines.mjs";\nexport default { fetch: () => new Response([...lines()].join("")) };\n`);
  await writeFile(path.join(folder, "config.capnp"), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .main)], sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
const main :Workerd.Worker = (modules = [(name = "main.mjs", esModule = embed "main.mjs"), (name = "lines.mjs", esModule = embed "lines.mjs")], compatibilityDate = "2026-01-01");
`);
  const workerd = spawn(path.join(root, "node_modules/.bin/workerd"), ["serve", path.join(folder, "config.capnp"), "config"], { stdio: ["ignore", "ignore", "inherit"] });
  t.after(() => workerd.kill());
  const answer = await answered(`http://127.0.0.1:${port}/`);
  assert.equal(createHash("sha256").update(await answer.text()).digest("hex"), wanted);
});

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answered(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("workerd did not start");
}
