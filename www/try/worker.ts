// The Web Worker: the engine, the file, and answers to what the page asks. After the engine is loaded it asks nothing of anybody.
import init, { header, Trial } from "ordergate-trial";
import { utf8 } from "./encoding";
import type { Answer, Finding, Header, Opened, Question, Summary, Tried } from "./types";

/** Orders between two looks at whether the page wants something else. */
const STEP = 1_000;

const scope = self as unknown as {
  postMessage(answer: Answer, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<{ to: number; question: Question }>) => void) | null;
};

let file = new Uint8Array();
let trial: Trial | null = null;
let newest = 0;

const loaded = fetch(new URL(TRIAL_WASM, import.meta.url))
  .then((response) => {
    if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status}`);
    return response.arrayBuffer();
  })
  .then((bytes) => init({ module_or_path: bytes }));

loaded.then(
  () => scope.postMessage({ ready: true }),
  (error: unknown) => scope.postMessage({ failed: words(error) }),
);

scope.onmessage = ({ data: { to, question } }) => {
  loaded
    .then(() => answer(to, question))
    .then(
      (answer) => scope.postMessage({ to, answer }),
      (error: unknown) => scope.postMessage({ to, problem: words(error) }),
    );
};

async function answer(to: number, question: Question): Promise<unknown> {
  switch (question.ask) {
    case "open": {
      newest = to;
      trial?.free();
      trial = null;
      const bytes = new Uint8Array(await question.file.arrayBuffer());
      const read = utf8(bytes, question.encoding, navigator.language);
      file = read.bytes;
      return { header: JSON.parse(header(file)) as Header, encoding: read.encoding } satisfies Opened;
    }
    case "text": {
      const read = utf8(new Uint8Array(await question.file.arrayBuffer()), null, navigator.language);
      return new TextDecoder().decode(read.bytes);
    }
    case "try":
      return run(to, JSON.stringify(question.options));
    case "examine":
      return JSON.parse(trial?.examine(question.index) ?? "null");
    case "rows":
      return JSON.parse(trial?.rows(Uint32Array.from(question.indices)) ?? "[]");
    case "export":
      return trial?.export(question.minimum) ?? new Uint8Array();
  }
}

async function run(to: number, options: string): Promise<Tried | null> {
  newest = to;
  trial?.free();
  trial = null;
  const begin = performance.now();
  const current = new Trial(file, options);
  trial = current;
  const findings: Finding[] = [];
  let shown = 0;
  while (current.step(STEP)) {
    findings.push(...(JSON.parse(current.findings()) as Finding[]));
    if (performance.now() - shown < 50) continue;
    shown = performance.now();
    scope.postMessage({ to, progress: current.progress() });
    // Lets a newer question in.
    await new Promise((resolve) => setTimeout(resolve));
    if (newest !== to) return null;
  }
  findings.push(...(JSON.parse(current.findings()) as Finding[]));
  const summary = JSON.parse(current.summary()) as Summary;
  return { findings, scores: current.scores(), summary, took: performance.now() - begin };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
