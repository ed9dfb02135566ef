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

test("the page's scripts weigh at most 60 KB compressed, its style sheets and the words of a language 15 each", () => {
  const built = files("build/www/admin").filter((file) => /\.(js|css|ftl)$/.test(file));
  assert.ok(built.length >= 2, "build/www/admin is missing: run cargo xtask www");
  const weight = (ending) => built.filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  assert.ok(weight(".js") <= 60_000, `${weight(".js")} bytes of scripts`);
  assert.ok(weight(".ftl") <= 15_000, `${weight(".ftl")} bytes of words`);
  assert.ok(weight(".css") <= 15_000, `${weight(".css")} bytes of style sheets`);
});
