// `cargo xtask storefront` runs this once the engine is built: bundles what a checkout loads, puts the npm package `ordergate` together
// in build/storefront, and fails when a checkout would load more than the budget.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const out = "build/storefront";
const source = "crates/storefront/js";
// Everything a checkout loads, in bytes after gzip.
const BUDGET = { loader: 2_200, all: 47_200 };

await rm(out, { recursive: true, force: true });
await mkdir(`${out}/edge`, { recursive: true });
await mkdir(`${out}/server`, { recursive: true });

const wasm = await readFile("build/engine/engine_bg.wasm");
const wasmName = `/v1/og-${digest(wasm)}.wasm`;
const engine = await bundle("engine.ts", { format: "esm", define: { WASM: JSON.stringify(wasmName) } });
const engineName = `/v1/og-${digest(engine)}.js`;
const define = { ENGINE: JSON.stringify(engineName) };
const loader = await bundle("og.ts", { format: "iife", define });
const loaderName = `/v1/og-${digest(loader)}.js`;
const integrity = `sha384-${createHash("sha384").update(loader).digest("base64")}`;

for (const [name, bytes] of [[wasmName, wasm], [engineName, engine], [loaderName, loader], ["/v1/og.js", loader]]) {
  await writeFile(`${out}/edge/${name.slice("/v1/".length)}`, bytes);
}
// What the install page shows: the script that never changes, with its digest.
await writeFile(`${out}/edge/og.json`, `${JSON.stringify({ script: loaderName, integrity })}\n`);

await writeFile(`${out}/index.js`, await bundle("index.ts", { format: "esm", define, minify: false }));
await cp(`${source}/types/index.d.ts`, `${out}/index.d.ts`);
for (const name of ["server.js", "node.js", "workers.js"]) await cp(`${source}/${name}`, `${out}/server/${name}`);
for (const name of ["screening.js", "screening_bg.wasm"]) await cp(`build/screening/${name}`, `${out}/server/${name}`);
await cp(`${source}/types/server.d.ts`, `${out}/server.d.ts`);
await cp(`${source}/README.md`, `${out}/README.md`);
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(name, `${out}/${name}`);
const { version } = JSON.parse(await readFile(`${source}/package.json`, "utf8"));
await cp(`${source}/package.json`, `${out}/package.json`);

const sizes = { loader: gz(loader), engine: gz(engine), wasm: gz(wasm) };
const all = sizes.loader + sizes.engine + sizes.wasm;
console.log(`build/storefront  ordergate ${version}; a checkout loads ${kilobytes(all)} gz:`);
for (const [name, size] of Object.entries(sizes)) console.log(`  ${name.padEnd(8)} ${kilobytes(size)} gz`);
// Where the standard library could not be compiled along, the module is larger (`own_std.rs` has said so).
if (sizes.loader > BUDGET.loader || (all > BUDGET.all && !process.argv.includes("--any-size"))) {
  console.error(`more than the budget: loader ${kilobytes(BUDGET.loader)}, all ${kilobytes(BUDGET.all)}`);
  process.exit(1);
}

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [`${source}/${entry}`], bundle: true, write: false, minify: true, target: ["es2022"], charset: "utf8", logLevel: "warning", legalComments: "none", alias: { "ordergate-engine": "./build/engine/engine_bg.js" }, ...options,
  });
  return Buffer.from(outputFiles[0].contents);
}

function digest(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

function gz(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
