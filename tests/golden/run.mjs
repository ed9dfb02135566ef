// Runs the golden cases through the engine as WASM: node tests/golden/run.mjs build/screening
//
// A case is one file, tests/golden/*.toml: name, ids, draft, order, optional facts and now, and either want (JSON: every key it lists
// must be equal in the Check) or refused (the problem's text). When the native runner left build/golden-native.ndjson, every Check
// must also have the very same bytes there, from the draft and from a snapshot of it. When it left build/random-native.ndjson, its random orders are checked again and counted as
// one more case: every Check must have the same bytes, from the draft.
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { parse } from "smol-toml";

const here = path.dirname(fileURLToPath(import.meta.url));
const engine = path.resolve(process.argv[2] ?? path.join(here, "../../build/screening"));
const nativeFile = path.join(here, "../../build/golden-native.ndjson");
const randomFile = path.join(here, "../../build/random-native.ndjson");
const NOW = "2026-11-24T10:00:00Z";

const { initSync, check, Screener } = await import(pathToFileURL(path.join(engine, "screening.js")));
initSync({ module: readFileSync(path.join(engine, "screening_bg.wasm")) });
// The package as the shop's own server imports it.
const { Screener: Packaged } = await import(pathToFileURL(path.join(engine, "../storefront/server/node.js")));

const native = new Map();
if (existsSync(nativeFile)) {
  for (const line of readFileSync(nativeFile, "utf8").split("\n").filter(Boolean)) {
    const { name, check } = JSON.parse(line);
    native.set(name, typeof check === "string" ? check : rawCheck(line));
  }
}

let passed = 0;
let failed = 0;
const names = new Set();
for (const file of readdirSync(here).filter((name) => name.endsWith(".toml")).sort()) {
  try {
    runCase(parse(readFileSync(path.join(here, file), "utf8")));
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${file}: ${error.message}`);
  }
}
try {
  runRefusals();
  passed += 1;
} catch (error) {
  failed += 1;
  console.log(`FAILED bytes that are no snapshot: ${error.message}`);
}
if (existsSync(randomFile)) {
  try {
    console.log(`${await runRandom(createInterface({ input: createReadStream(randomFile), crlfDelay: Infinity }))} random orders have the native engine's bytes`);
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED random orders: ${error.message}`);
  }
}
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function runCase(golden) {
  if (typeof golden.name !== "string" || golden.name === "") throw new Error("no name");
  if (names.has(golden.name)) throw new Error(`the name ${golden.name} is used twice`);
  names.add(golden.name);
  if ((golden.want === undefined) === (golden.refused === undefined)) throw new Error("a case has either `want` or `refused`");
  let text;
  try {
    text = check(golden.draft, golden.order, golden.facts ?? "{}", golden.now ?? NOW);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (golden.refused === undefined) throw new Error(`refused: ${problem}`);
    if (problem !== golden.refused) throw new Error(`refused with\n  ${problem}\nwanted\n  ${golden.refused}`);
    return;
  }
  if (golden.refused !== undefined) throw new Error(`accepted: ${text}`);
  const packaged = Packaged.fromDraft(golden.draft).checkText(golden.order, golden.facts ?? "{}", golden.now ?? NOW);
  if (packaged !== text) throw new Error(`the package says\n  ${packaged}\nthe engine\n  ${text}`);
  const got = JSON.parse(text);
  for (const [key, value] of Object.entries(JSON.parse(golden.want))) {
    if (!isDeepStrictEqual(got[key], value)) throw new Error(`${key} is ${JSON.stringify(got[key])}, wanted ${JSON.stringify(value)}`);
  }
  const same = native.get(golden.name);
  if (same !== undefined && same !== text) throw new Error(`other bytes than the native engine\n  wasm   ${text}\n  native ${same}`);
  const opened = fromSnapshot(snapshotOf(golden.draft), (screener) => screener.check(golden.order, golden.facts ?? "{}", golden.now ?? NOW));
  if (opened !== text) throw new Error(`other bytes from the snapshot\n  draft    ${text}\n  snapshot ${opened}`);
}

function snapshotOf(draft) {
  const screener = Screener.fromDraft(draft);
  try {
    return screener.toSnapshot();
  } finally {
    screener.free();
  }
}

function fromSnapshot(bytes, use) {
  const screener = Screener.fromSnapshot(bytes);
  try {
    if (!Buffer.from(screener.toSnapshot()).equals(bytes)) throw new Error("written again, the snapshot is other bytes");
    return use(screener);
  } finally {
    screener.free();
  }
}

// Bytes that are no snapshot are refused with the reason, and the engine goes on.
function runRefusals() {
  const bytes = snapshotOf('{"entries":[{"id":"e1","fields":{"email":"a@example.com"},"points":5,"reason":"unpaid parcels"}]}');
  const newer = Uint8Array.from(bytes);
  newer[8] = 99;
  for (const [refused, wanted] of [
    [new Uint8Array(), /not a snapshot/],
    [bytes.subarray(0, bytes.length - 1), new RegExp(`${bytes.length - 1} bytes instead of ${bytes.length}`)],
    [newer, /99.*newer/],
  ]) {
    let problem = "nothing";
    try {
      fromSnapshot(refused, () => {});
    } catch (error) {
      problem = error.message;
    }
    if (!wanted.test(problem)) throw new Error(`refused with ${problem}, wanted ${wanted}`);
  }
  fromSnapshot(bytes, () => {});
}

// A line may carry the Check as an object; its bytes are then the text between `"check":` and the closing brace of the line.
function rawCheck(line) {
  const begin = line.indexOf('"check":') + '"check":'.length;
  return line.slice(begin, line.lastIndexOf("}"));
}

async function runRandom(lines) {
  let screener;
  let count = 0;
  for await (const line of lines) {
    if (line.startsWith('{"draft":')) {
      screener?.free();
      screener = Screener.fromDraft(line.slice('{"draft":'.length, -1));
      continue;
    }
    // The texts between the names are taken as they are: JSON.parse would round numbers.
    const [facts, now, end] = [',"facts":', ',"now":', ',"check":'].map((name) => line.indexOf(name));
    const order = line.slice('{"order":'.length, facts);
    const got = screener.check(order, line.slice(facts + ',"facts":'.length, now), JSON.parse(line.slice(now + ',"now":'.length, end)));
    const wanted = line.slice(end + ',"check":'.length, -1);
    if (got !== wanted) throw new Error(`other bytes than the native engine\n  order  ${order}\n  wasm   ${got}\n  native ${wanted}`);
    count += 1;
  }
  return count;
}
