// `cargo xtask www` runs this: bundles the admin page, copies the pages that need no bundling, and prints what each file weighs.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { admin } from "./admin.mjs";
import { tryPage } from "./try.mjs";

const out = "build/www";
const pages = ["demo"];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
let adminPage = { first: [] };
try {
  adminPage = await admin(`${out}/admin`);
} catch (error) {
  // esbuild has shown the file and the line already.
  if (!error.errors) throw error;
  process.exit(1);
}
for (const page of pages) if (existsSync(`www/${page}/index.html`)) await plainPages(page);
await tryPage(`${out}/try`);
await cp("build/storefront/edge", `${out}/v1`, { recursive: true });
const compressed = new Map();
for (const file of await files(out)) {
  const bytes = await readFile(file);
  compressed.set(file, gzipSync(bytes, { level: 9 }).length);
  console.log(`${file.padEnd(44)} ${kilobytes(bytes.length)}, ${kilobytes(compressed.get(file))} gz`);
}
const sum = (names) => kilobytes(names.reduce((all, name) => all + compressed.get(name), 0));
const scripts = [...compressed.keys()].filter((name) => /\/admin\/.*\.js$/.test(name));
console.log(`admin page: its first view loads ${sum(adminPage.first.map((name) => `${out}/admin/${name}`))} gz of scripts, style and words; the scripts of all views ${sum(scripts)}`);

// A folder of pages that name their own sources: each script and stylesheet is bundled once, under a hashed name, and named by it.
async function plainPages(folder) {
  await mkdir(`${out}/${folder}`, { recursive: true });
  const bundled = new Map();
  for (const page of (await readdir(`www/${folder}`)).filter((name) => name.endsWith(".html"))) {
    let html = await readFile(`www/${folder}/${page}`, "utf8");
    for (const [, name] of html.matchAll(/(?:src|href)="([\w-]+\.(?:ts|tsx|css))"/g)) {
      if (!bundled.has(name)) bundled.set(name, await source(folder, name));
      html = html.replaceAll(`"${name}"`, `"${bundled.get(name)}"`);
    }
    await writeFile(`${out}/${folder}/${page}`, html);
  }
}

async function source(folder, name) {
  const { metafile } = await build({
    entryPoints: [`www/${folder}/${name}`], outdir: `${out}/${folder}`, entryNames: "[name]-[hash]", bundle: true, format: "esm", minify: true, target: ["es2022"],
    charset: "utf8", jsx: "automatic", jsxImportSource: "preact", metafile: true, logLevel: "warning",
  });
  return path.basename(Object.keys(metafile.outputs)[0]);
}

async function files(folder) {
  const found = [];
  for (const name of (await readdir(folder)).sort()) {
    const file = path.posix.join(folder, name);
    if ((await stat(file)).isDirectory()) found.push(...(await files(file)));
    else found.push(file);
  }
  return found;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
