// Bundles the admin page: the shell with what it shares with the views, a script for each view, one style sheet, and the words of each
// language as two files: those of the first view, and the rest.
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";

const source = "www/admin/src";
const main = `${source}/main.tsx`;
/** What so many views need is loaded once, with the shell; the rest with the view. */
const SHARED_BY = 8;

const options = (out) => ({
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  publicPath: "/admin/",
  bundle: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  jsx: "automatic",
  jsxImportSource: "preact",
  tsconfig: "tsconfig.json",
  metafile: true,
  logLevel: "warning",
});

/** Builds into the folder `out`; says what the first view loads. */
export async function admin(out) {
  await mkdir(out, { recursive: true });
  const views = (await readdir(source)).filter((name) => existsSync(view(name)));
  const scripts = {
    ...options(out),
    define: { ENGINE: JSON.stringify(`/admin/${await engine(out)}`) },
    entryPoints: { main, ...Object.fromEntries(views.map((name) => [name, view(name)])) },
    splitting: true,
    loader: { ".css": "empty", ".ftl": "empty" },
  };
  const { metafile: { inputs } } = await build({ ...scripts, write: false });
  const words = twoFiles(out, await asked([...reached(inputs, main), ...reached(inputs, view("today"))]));
  const { metafile: { outputs } } = await build({ ...scripts, plugins: [together(shared(inputs, views)), words.plugin] });
  const style = await styleSheet(out);
  for (const name of await readdir("www/admin")) {
    if (/\.(svg|png|ico|webmanifest|txt)$/.test(name)) await cp(`www/admin/${name}`, `${out}/${name}`);
  }

  const named = (entry) => Object.keys(outputs).find((name) => outputs[name].entryPoint === entry);
  const shell = [...reached(outputs, named(main))];
  const first = [...new Set([...shell, ...reached(outputs, named(view("today")))])].map((name) => path.basename(name));
  await writeFile(`${out}/index.html`, await page(shell.map((name) => path.basename(name)), style));
  return { first: [...first, style, words.first("en")] };
}

const view = (name) => `${source}/${name}/view.tsx`;

/** What a file of the graph imports at once, itself included. */
function reached(graph, from, found = new Set()) {
  if (found.has(from) || !graph[from]) return found;
  found.add(from);
  for (const { kind, path } of graph[from].imports) if (kind === "import-statement") reached(graph, path, found);
  return found;
}

/** The files that many views need, or the shell does. */
function shared(inputs, views) {
  const times = new Map();
  const begins = [main, ...views.map(view)];
  for (const begin of begins) for (const file of reached(inputs, begin)) times.set(file, (times.get(file) ?? 0) + (begin === main ? SHARED_BY : 1));
  const ours = [...times].filter(([file, n]) => n >= SHARED_BY && file.startsWith(source) && /\.tsx?$/.test(file)).map(([file]) => file);
  return ours.filter((file) => [...reached(inputs, file)].every((one) => !begins.includes(one)));
}

// The bundler cuts a script for each set of views that share something, dozens of small ones; where every view names all that is shared, there is one.
const together = (files) => ({
  name: "together",
  setup({ onLoad }) {
    onLoad({ filter: /\/view\.tsx$/ }, async ({ path: file }) => {
      const names = files.map((one) => `import ${JSON.stringify(`./${path.relative(path.dirname(file), path.resolve(one))}`)};`);
      return { loader: "tsx", contents: names.join("") + (await readFile(file, "utf8")) };
    });
  },
});

/** Which messages these sources ask for: by their whole name, or by how it begins. */
async function asked(files) {
  const ours = files.filter((file) => file.startsWith(source) && /\.tsx?$/.test(file));
  const text = (await Promise.all(ours.map((file) => readFile(file, "utf8")))).join("\n");
  const whole = new Set([...text.matchAll(/["'`]([a-z][a-z0-9_-]*)["'`]/g)].map((found) => found[1]));
  const begun = [...text.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((found) => found[1]);
  return (id) => whole.has(id) || begun.some((start) => id.startsWith(start));
}

// The words of a language become two files, and the import of them both addresses. Comments are for translators.
function twoFiles(out, isFirst) {
  const names = new Map();
  const write = async (name, messages) => {
    const text = messages.join("");
    const file = `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase()}.ftl`;
    await writeFile(path.join(out, file), text);
    return file;
  };
  const plugin = {
    name: "words",
    setup({ onLoad }) {
      onLoad({ filter: /\.ftl$/ }, async ({ path: file }) => {
        const language = path.basename(file, ".ftl");
        const text = (await readFile(file, "utf8")).replace(/^#.*\n/gm, "").replace(/\n{2,}/g, "\n");
        const messages = text.split(/^(?=[a-z])/m).filter((message) => message.trim());
        const first = messages.filter((message) => isFirst(message.slice(0, message.indexOf(" "))));
        const files = [await write(language, first), await write(`${language}-more`, messages.filter((message) => !first.includes(message)))];
        names.set(language, files);
        return { loader: "json", contents: JSON.stringify(files.map((name) => `/admin/${name}`)) };
      });
    },
  };
  return { plugin, first: (language) => names.get(language)[0] };
}

// The engine and the Web Worker in which it runs: loaded only where rules are edited.
async function engine(out) {
  const wasm = await readFile("build/screening/screening_bg.wasm");
  const module = `engine-${createHash("sha256").update(wasm).digest("hex").slice(0, 8).toUpperCase()}.wasm`;
  await writeFile(`${out}/${module}`, wasm);
  const { metafile } = await build({
    ...options(out), entryPoints: { engine: `${source}/engine/worker.ts` }, define: { ENGINE_WASM: JSON.stringify(`/admin/${module}`) }, alias: { "ordergate-screening": "./build/screening/screening.js" },
  });
  return path.basename(Object.keys(metafile.outputs)[0]);
}

// One sheet for all views: it is small, and a view never waits for its looks.
async function styleSheet(out) {
  const { outputFiles } = await build({ ...options(out), entryPoints: { main }, write: false, loader: { ".ftl": "empty" } });
  const sheet = outputFiles.find(({ path }) => path.endsWith(".css"));
  await writeFile(sheet.path, sheet.contents);
  return path.basename(sheet.path);
}

// The page's own tag for its source becomes tags for the hashed files.
async function page(shell, style) {
  const html = await readFile("www/admin/index.html", "utf8");
  const [script, ...parts] = shell;
  const tags = [
    `<link rel="stylesheet" href="/admin/${style}">`,
    ...parts.map((name) => `<link rel="modulepreload" href="/admin/${name}">`),
    `<script type="module" src="/admin/${script}"></script>`,
  ];
  const tag = /[ \t]*<script\b[^>]*\bsrc="src\/main\.tsx"[^>]*><\/script>\r?\n?/;
  if (!tag.test(html)) throw new Error("www/admin/index.html does not load src/main.tsx");
  return html.replace(tag, tags.map((one) => `    ${one}\n`).join(""));
}
