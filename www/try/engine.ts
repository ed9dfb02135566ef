// Asks the Web Worker, which is started with the page so that nothing is loaded later.
import type { Answer, Question } from "./types";

interface Waiting {
  answered: (answer: unknown) => void;
  refused: (error: Error) => void;
  progress: ((thousandths: number) => void) | undefined;
}

const waiting = new Map<number, Waiting>();
let last = 0;
const worker = new Worker(new URL(TRIAL_WORKER, import.meta.url), { type: "module" });

/** Settles when the engine is loaded. */
export const ready = new Promise<void>((resolve, reject) => {
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(event.message || "the engine could not be started"));
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("ready" in data) return resolve();
    if ("failed" in data) return reject(new Error(data.failed));
    const asked = waiting.get(data.to);
    if (!asked) return;
    if ("progress" in data) return asked.progress?.(data.progress);
    waiting.delete(data.to);
    if ("problem" in data) asked.refused(new Error(data.problem));
    else asked.answered(data.answer);
  };
});

export function ask<T>(question: Question, progress?: (thousandths: number) => void): Promise<T> {
  last += 1;
  const to = last;
  return new Promise<T>((resolve, reject) => {
    waiting.set(to, { answered: (answer) => resolve(answer as T), refused: reject, progress });
    worker.postMessage({ to, question });
  });
}
