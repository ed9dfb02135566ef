// `cargo xtask www` runs this: bundles the admin page, copies the pages that need no bundling, and prints what each file weighs.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { tryPage } from "./try.mjs";

const out = "build/www";
const pages = ["demo"];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
if (existsSync("www/admin/src/main.tsx")) {
  try {
    await admin();
  } catch (error) {
    // esbuild has shown the file and the line already.
    if (!error.errors) throw error;
    process.exit(1);
  }
}
for (const page of pages) if (existsSync(`www/${page}/index.html`)) await plainPages(page);
await tryPage(`${out}/try`);
await cp("build/storefront/edge", `${out}/v1`, { recursive: true });
for (const file of await files(out)) {
  const bytes = await readFile(file);
  console.log(`${file.padEnd(44)} ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} gz`);
}

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

async function admin() {
  const result = await build({
    entryPoints: { main: "www/admin/src/main.tsx" },
    outdir: `${out}/admin`,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/admin/",
    bundle: true,
    format: "esm",
    splitting: true,
    minify: true,
    sourcemap: false,
    target: ["es2022"],
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfig: "tsconfig.json",
    loader: { ".ftl": "file", ".svg": "file", ".woff2": "file", ".wasm": "file" },
    metafile: true,
    logLevel: "warning",
  });
  let script = "";
  let style = "";
  for (const [name, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint !== "www/admin/src/main.tsx") continue;
    script = path.basename(name);
    if (output.cssBundle) style = path.basename(output.cssBundle);
  }
  for (const name of await readdir("www/admin")) {
    if (/\.(svg|png|ico|webmanifest|txt)$/.test(name)) await cp(`www/admin/${name}`, `${out}/admin/${name}`);
  }
  await writeFile(`${out}/admin/index.html`, await page(script, style));
}

// The page's own tags for its sources become tags for the hashed files: `src/main.tsx` (script) and any stylesheet of www/admin.
async function page(script, style) {
  let html = await readFile("www/admin/index.html", "utf8");
  html = html.replace(/[ \t]*<script\b[^>]*\bsrc="[^"]*main\.tsx"[^>]*><\/script>\r?\n?/g, "");
  const links = [...html.matchAll(/[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*\bhref="(?:\.?\/)?(?:admin\/)?([^"]+)"[^>]*>\r?\n?/g)];
  const tags = [];
  for (const [tag, href] of links) {
    html = html.replace(tag, "");
    const name = await sheet(href);
    if (name) tags.push(`<link rel="stylesheet" href="/admin/${name}">`);
  }
  if (style) tags.push(`<link rel="stylesheet" href="/admin/${style}">`);
  tags.push(`<script type="module" src="/admin/${script}"></script>`);
  if (!html.includes("</head>")) throw new Error("www/admin/index.html has no </head>");
  return html.replace("</head>", `${tags.map((tag) => `  ${tag}\n`).join("")}</head>`);
}

// A stylesheet that the page links by itself is bundled (its @imports too) under a hashed name.
async function sheet(href) {
  const source = `www/admin/${href}`;
  if (!existsSync(source)) return null;
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, minify: true, write: false, charset: "utf8", logLevel: "warning" });
  const text = outputFiles[0].contents;
  const name = `${path.basename(href, ".css")}-${createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase()}.css`;
  await writeFile(`${out}/admin/${name}`, text);
  return name;
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
