// The page's words and weight, without a browser.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
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

test("the page's scripts weigh at most 60 KB compressed, its style sheets 15, the words of a language 18", () => {
  const built = files("build/www/admin").filter((file) => /\.(js|css|ftl)$/.test(file));
  assert.ok(built.length >= 2, "build/www/admin is missing: run cargo xtask www");
  const weight = (ending) => built.filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  assert.ok(weight(".js") <= 60_000, `${weight(".js")} bytes of scripts`);
  for (const file of built.filter((file) => file.endsWith(".ftl"))) {
    const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
    assert.ok(bytes <= 18_000, `${bytes} bytes of words in ${path.basename(file)}`);
  }
  assert.ok(weight(".css") <= 15_000, `${weight(".css")} bytes of style sheets`);
});
