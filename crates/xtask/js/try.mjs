// The page to try before installing: the page, its Web Worker and the engine, each under a hashed name and named relatively, so that
// the folder works on any static host.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

export async function tryPage(out) {
  await mkdir(out, { recursive: true });
  const wasm = await readFile("build/trial/trial_bg.wasm");
  const wasmName = `trial-${createHash("sha256").update(wasm).digest("hex").slice(0, 8).toUpperCase()}.wasm`;
  await writeFile(`${out}/${wasmName}`, wasm);
  const worker = await bundle(out, "worker.ts", { TRIAL_WASM: wasmName });
  const script = await bundle(out, "main.tsx", { TRIAL_WORKER: worker });
  const style = await bundle(out, "try.css", {});
  let html = await readFile("www/try/index.html", "utf8");
  for (const [source, name] of [["main.tsx", script], ["try.css", style]]) {
    if (!html.includes(`"${source}"`)) throw new Error(`www/try/index.html names no ${source}`);
    html = html.replace(`"${source}"`, `"./${name}"`);
  }
  await writeFile(`${out}/index.html`, html);
}

// The names of files that were written before become constants of the code.
async function bundle(out, entry, names) {
  const define = Object.fromEntries(Object.entries(names).map(([constant, name]) => [constant, JSON.stringify(`./${name}`)]));
  const { metafile } = await build({
    entryPoints: [`www/try/${entry}`], outdir: out, entryNames: "[name]-[hash]", bundle: true, format: "esm", minify: true, target: ["es2022"], charset: "utf8",
    // Styles of parts that the admin page has too come in by try.css.
    loader: entry.endsWith(".css") ? {} : { ".css": "empty" }, jsx: "automatic", jsxImportSource: "preact", alias: { "ordergate-trial": "./build/trial/trial.js" }, define, metafile: true, logLevel: "warning",
  });
  return path.basename(Object.keys(metafile.outputs)[0]);
}
