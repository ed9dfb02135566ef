// CPU time of one webhook order in workerd, without the database and the writing of logs. Run by `cargo xtask bench --webhook`, which bundles the Worker first.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startWith } from "../../../../tests/e2e/faulty-entry/start.mjs";
import { newShop, sign, wooOrder } from "../../../../tests/e2e/shop.mjs";

const GOAL_MILLIS = 1.5;
const ORDERS = 1000;
const ROUNDS = 7;

/** CPU milliseconds of workerd, which is this process' only child of that name. */
function cpu() {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(path.join("/proc", pid, "stat"), "utf8");
      const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (stat.includes("(workerd)") && Number(parent) === process.pid && state !== "Z") ticks += Number(rest[9]) + Number(rest[10]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * 10; // the kernel counts hundredths of a second for everybody
}

const worker = await startWith(fileURLToPath(new URL("entry.mjs", import.meta.url)));
try {
  const shop = await newShop(worker, { contacts: [] });
  const rows = Array.from({ length: 1000 }, (_, n) => `,buyer${n}@listed.example,unpaid parcels`).join("\n");
  const imported = await shop.post("/v1/entries/import", `id,email,reason\n${rows}\n`, { "content-type": "text/csv" });
  if (imported.status !== 200) throw new Error(imported.text);
  // The isolate knows the entries from then on, as after any order of the shop.
  await shop.taken("woocommerce", wooOrder({ id: 1 }));
  const { url, secret } = shop.endpoints.woocommerce;
  let id = 1;
  const deliveries = () =>
    Array.from({ length: ORDERS }, () => {
      id += 1;
      const body = JSON.stringify(wooOrder({ id, billing: { ...wooOrder().billing, email: `buyer${id}@example.com` } }));
      const headers = { "content-type": "application/json", "x-wc-webhook-topic": "order.created", "x-wc-webhook-signature": sign(Buffer.from(body), secret) };
      return { url: new URL(url, worker.url).href, headers, body };
    });
  const measure = async (target) => {
    const body = JSON.stringify(deliveries());
    const before = cpu();
    const answer = await worker.fetch(target, { method: "POST", body });
    const statuses = await answer.json();
    if (statuses[200] !== ORDERS) throw new Error(`not every order was taken: ${JSON.stringify(statuses)}`);
    return (cpu() - before) / ORDERS;
  };
  await measure("/__measure"); // the runtime compiles what is used often
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push([await measure("/__measure"), await measure("/__nothing")]);
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const [all, nothing] = [median(rounds.map(([all]) => all)), median(rounds.map(([, nothing]) => nothing))];
  console.log(`one webhook order, 6 rules and 1,000 entries, without the database and the log: ${all.toFixed(2)} ms of CPU in workerd, ${nothing.toFixed(2)} of them for a request that does nothing (goal ${GOAL_MILLIS} ms; median of ${ROUNDS} rounds of ${ORDERS})`);
  if (all > GOAL_MILLIS) process.exitCode = 1;
} finally {
  await worker.stop();
}
