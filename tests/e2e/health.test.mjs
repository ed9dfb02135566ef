// The harness itself: the Worker answers, in memory and as a process, and storage in a folder outlives a kill.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { startWorker } from "./harness.mjs";

test("a Worker in memory answers /healthz and has an empty database of its own", async () => {
  const worker = await startWorker();
  try {
    const response = await worker.fetch("/healthz");
    assert.equal(response.status, 200);
    assert.deepEqual(await worker.d1("SELECT 1 AS one"), [{ one: 1 }]);
    const scheduled = await worker.scheduled({ cron: "* * * * *" });
    assert.equal(scheduled.outcome, "ok");
    assert.ok(Array.isArray(worker.logs()));
  } finally {
    await worker.stop();
  }
});

test("a Worker in processes of its own can be killed, and starts again on the same folder", async () => {
  const persist = await mkdtemp(path.join(tmpdir(), "ordergate-"));
  try {
    const first = await startWorker({ persist });
    assert.equal((await first.fetch("/healthz")).status, 200);
    await first.kill();
    await assert.rejects(first.fetch("/healthz"));
    const second = await startWorker({ persist });
    assert.equal((await second.fetch("/healthz")).status, 200);
    assert.equal((await second.scheduled()).outcome, "ok");
    await second.stop();
  } finally {
    await rm(persist, { recursive: true, force: true });
  }
});
