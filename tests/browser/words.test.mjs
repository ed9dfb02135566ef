// The page's words and weight, without a browser.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = (folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
const sources = files("www/admin/src").filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, "utf8")).join("\n");
const messages = readFileSync(path.join(root, "www/admin/locales/en.ftl"), "utf8").match(/^[a-z][\w-]*(?= =)/gm);

test("every word the page asks for is in the locale file, once, and every word there is asked for", () => {
  assert.equal(new Set(messages).size, messages.length);
  const whole = new Set([...sources.matchAll(/["'`]([a-z][a-z0-9_-]*)["'`]/g)].map((found) => found[1]));
  const begun = [...sources.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((found) => found[1]);
  assert.deepEqual(messages.filter((id) => !whole.has(id) && !begun.some((start) => id.startsWith(start))), [], "never asked for");
  const asked = [...sources.matchAll(/\bt\("([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(asked.filter((id) => !messages.includes(id)), [], "missing");
});

// What a message is made of besides its words: other messages, functions and arguments.
const parts = (text) => [...new Set([...text.matchAll(/\{[^{}"]*?(\$[\w-]+)/g)].map((found) => found[1]))].sort();
const table = (name) => {
  const found = new Map();
  for (const [, id, value] of readFileSync(path.join(root, "www/admin/locales", name), "utf8").matchAll(/^([a-z][\w-]*) =((?:.*\n?(?:[ \t]+.*\n?|\n(?=[ \t]))*))/gm)) found.set(id, value);
  return found;
};
for (const name of readdirSync(path.join(root, "www/admin/locales")).filter((name) => name !== "en.ftl")) {
  test(`${name} says every message of the English file, with the same arguments, and no other`, () => {
    const [english, other] = [table("en.ftl"), table(name)];
    assert.deepEqual([...english.keys()].filter((id) => !other.has(id)), [], "missing");
    assert.deepEqual([...other.keys()].filter((id) => !english.has(id)), [], "not in the English file");
    assert.deepEqual([...english].filter(([id, text]) => String(parts(text)) !== String(parts(other.get(id)))).map(([id]) => id), [], "other arguments");
    assert.deepEqual([...other].filter(([, text]) => text.trim() === "").map(([id]) => id), [], "empty");
  });
}

const built = () => files("build/www/admin").map((file) => path.basename(file));
const text = (name) => readFileSync(path.join(root, "build/www/admin", name), "utf8");
const weight = (names) => names.reduce((sum, name) => sum + gzipSync(text(name), { level: 9 }).length, 0);
/** The scripts that a script needs before it runs, itself among them. */
function needed(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, other] of text(name).matchAll(/(?:\bfrom|\bimport)"(?:\.|\/admin)\/([\w-]+\.js)"/g)) needed(other, found);
  return found;
}

test("the first view weighs at most 60 KB compressed with its style and its words, and no other view adds more than 20 to it", () => {
  assert.ok(built().length >= 2, "build/www/admin is missing: run cargo xtask www");
  const only = (pattern) => {
    const found = built().filter((name) => pattern.test(name));
    assert.equal(found.length, 1, `${pattern}: ${found}`);
    return found[0];
  };
  const page = [...text("index.html").matchAll(/"\/admin\/([\w-]+\.(?:js|css))"/g)].map((found) => found[1]);
  const shell = new Set(page.flatMap((name) => (name.endsWith(".js") ? [...needed(name)] : [name])));
  const today = [...needed(only(/^today-\w+\.js$/))];
  assert.ok(today.length >= 2, "what the scripts import could not be read");
  const first = [...new Set([...shell, ...today, only(/^en-\w+\.ftl$/)])];
  assert.ok(weight(first) <= 60_000, `${weight(first)} bytes: ${first}`);
  for (const folder of readdirSync(path.join(root, "www/admin/src")).filter((name) => existsSync(path.join(root, "www/admin/src", name, "view.tsx")))) {
    const more = [...needed(only(new RegExp(`^${folder}-\\w+\\.js$`)))].filter((name) => !first.includes(name));
    assert.ok(weight(more) <= 20_000, `${folder} adds ${weight(more)} bytes: ${more}`);
  }
  for (const language of readdirSync(path.join(root, "www/admin/locales")).map((name) => name.replace(".ftl", ""))) {
    const both = built().filter((name) => new RegExp(`^${language}(-more)?-\\w+\\.ftl$`).test(name));
    assert.equal(both.length, 2, String(both));
    assert.ok(weight(both) <= 22_000, `${weight(both)} bytes of words in ${both}`);
    const ids = both.flatMap((name) => text(name).match(/^[a-z][\w-]*(?= =)/gm));
    assert.deepEqual(ids.toSorted(), messages.toSorted(), `${language}: every message is in one of the two files`);
  }
});
