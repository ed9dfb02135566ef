// Measures WASM modules and JavaScript engines in alternating rounds. A plan comes in on stdin, results go out on stdout, both JSON.
// The plan: { orders, check, rounds, ours: {module, sizes: [{label, snapshot, stages}]}, peers: [{name, module, rules}],
// javascript: [{name, rules, file}], fresh: {snapshot} | null, whatIf: {snapshot} | null }.
import { readFileSync } from "node:fs";
import { javascriptPeer } from "./peers.mjs";

const plan = JSON.parse(readFileSync(0, "utf8"));
const results = { times: {}, fired: {}, values: {}, failed: {} };
const stageOf = { parse: 0, parsed: 1, json: 2, answer: 3 };
const cell = new Int32Array(new SharedArrayBuffer(4));
/** CPU time of this thread in microseconds; collecting garbage on other threads is not counted. */
const cpu = () => {
  // The kernel brings a thread's time up to date when it sleeps, else only every four milliseconds.
  Atomics.wait(cell, 0, 0, 0.05);
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

const modules = new Map();
/** A new instance of a module; imports (of clocks, by libraries that never ask here) do nothing. */
function instance(path) {
  if (!modules.has(path)) modules.set(path, new WebAssembly.Module(readFileSync(path)));
  return instanceOf(modules.get(path));
}
function instanceOf(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  return new WebAssembly.Instance(module, imports).exports;
}
function copyIn(wasm, bytes) {
  const at = wasm.allocate(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
  return at;
}

const subjects = [];
const note = (text) => process.stderr.write(`  ${text}\n`);

for (const { label, snapshot, stages } of plan.ours.sizes) {
  note(`ours in WASM: ${label}`);
  const wasm = instance(plan.ours.module);
  wasm.make_orders(plan.orders);
  const bytes = readFileSync(snapshot);
  wasm.open(copyIn(wasm, bytes), bytes.length);
  results.fired[`ours ${label}`] = wasm.fired(plan.check) >>> 0;
  for (const stage of stages) subjects.push({ key: `ours ${label} ${stage}`, run: (from, count) => wasm.run(stageOf[stage], from, count) });
}
for (const { name, module, rules } of plan.peers) {
  note(`${name} in WASM: ${rules} rules`);
  try {
    const wasm = instance(module);
    wasm.make_orders(plan.orders);
    wasm.build_peer(rules);
    results.fired[`${name} ${rules}`] = wasm.fired(plan.check) >>> 0;
    subjects.push({ key: `${name} ${rules}`, run: (from, count) => wasm.run(4, from, count) });
  } catch (problem) {
    results.failed[`${name} ${rules}`] = String(problem);
  }
}
const orders = plan.javascript.length > 0 ? readFileSync(plan.orderFile, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : [];
for (const { name, rules, file, check } of plan.javascript) {
  note(`${name}: ${rules} rules`);
  const peer = javascriptPeer(name, JSON.parse(readFileSync(file, "utf8")));
  let fired = 0x811c9dc5;
  for (const order of orders.slice(0, check)) {
    const found = (await peer(order)).sort((left, right) => left - right);
    for (const number of [...found, 0xffffffff]) fired = Math.imul(fired ^ number, 0x01000193);
  }
  results.fired[`${name} ${rules}`] = fired >>> 0;
  subjects.push({
    key: `${name} ${rules}`,
    run: async (from, count) => {
      for (let index = from; index < from + count; index++) await peer(orders[index % orders.length]);
    },
  });
}

// Each subject warms up until V8 has optimised it, then measures about 30 ms a round.
note(`measuring ${subjects.length} subjects in ${plan.rounds} rounds`);
for (const subject of subjects) {
  let [count, spent] = [1, 0];
  for (const end = cpu() + 250_000; ; ) {
    const begin = cpu();
    await subject.run(0, count);
    spent = cpu() - begin;
    if (cpu() > end) break;
    if (spent < 10_000) count *= 2;
  }
  subject.count = Math.max(1, Math.min(plan.orders * 100, Math.round((count * 30_000) / Math.max(spent, 1))));
  subject.slow = spent / count > 100_000;
  subject.times = [];
  subject.from = 0;
}
for (let round = 0; round < plan.rounds; round++) {
  for (const subject of subjects) {
    if (subject.slow && round >= 5) continue;
    const begin = cpu();
    await subject.run(subject.from, subject.count);
    subject.times.push((cpu() - begin) / subject.count);
    // The next round takes the next orders, as every order costs something else.
    subject.from = (subject.from + subject.count) % plan.orders;
  }
}
const median = (values) => values.sort((left, right) => left - right)[values.length >> 1];
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
// A batch of few orders is one sample of many: those are averaged, as which orders come last would decide otherwise.
for (const { key, times, count } of subjects) results.times[key] = count < plan.orders / 10 ? mean(times) : median(times);

if (plan.fresh) {
  note("a fresh isolate");
  const code = readFileSync(plan.ours.module);
  const bytes = readFileSync(plan.fresh.snapshot);
  const [order] = readFileSync(plan.orderFile).toString().split("\n");
  const encoded = new TextEncoder().encode(order);
  const parts = { compile: [], "copy in": [], open: [], "first order": [], all: [] };
  for (let time = 0; time < 20; time++) {
    // V8 keeps what it compiled for equal bytes, so each module gets a section of its own.
    const own = Buffer.concat([code, Buffer.from([0, 5, 1, 97, time, 0, 0])]);
    const moments = [cpu()];
    const wasm = instanceOf(new WebAssembly.Module(own));
    results.values["memory empty"] = wasm.memory.buffer.byteLength;
    moments.push(cpu());
    const at = copyIn(wasm, bytes);
    moments.push(cpu());
    wasm.open(at, bytes.length);
    moments.push(cpu());
    wasm.add_order(copyIn(wasm, encoded), encoded.length);
    wasm.run(1, 0, 1);
    moments.push(cpu());
    Object.keys(parts).forEach((part, index) => parts[part].push((part === "all" ? moments[4] - moments[0] : moments[index + 1] - moments[index]) / 1000));
    results.values["memory"] = wasm.memory.buffer.byteLength;
  }
  for (const [part, times] of Object.entries(parts)) results.values[`fresh ${part} ms`] = median(times);
  // Opening and validating once V8 has optimised them.
  const wasm = instance(plan.ours.module);
  const at = copyIn(wasm, bytes);
  const rounds = [];
  for (let round = 0; round < 30; round++) {
    const begin = cpu();
    wasm.verify(at, bytes.length, 5);
    rounds.push((cpu() - begin) / 5000);
  }
  results.values["validate ms"] = median(rounds);
  const opened = [];
  for (let round = 0; round < 200; round++) {
    const copy = copyIn(wasm, bytes);
    // Too short for the CPU's clock.
    const begin = performance.now();
    wasm.open(copy, bytes.length);
    opened.push(performance.now() - begin);
  }
  results.values["open ms"] = median(opened);
}

if (plan.whatIf) {
  note("what-if over 10,000 orders");
  const wasm = instance(plan.ours.module);
  wasm.make_orders(10_000);
  const bytes = readFileSync(plan.whatIf.snapshot);
  wasm.open(copyIn(wasm, bytes), bytes.length);
  const rounds = [];
  for (let round = 0; round < plan.rounds; round++) {
    const begin = cpu();
    wasm.run(2, 0, 10_000);
    rounds.push((cpu() - begin) / 1000);
  }
  results.values["what-if first ms"] = rounds[0];
  results.values["what-if ms"] = median(rounds);
}
process.stdout.write(JSON.stringify(results));
