// What the engine says of a draft while it is edited: what is wrong in it, what is seldom meant, and what it costs. The engine is
// loaded when it is first asked.
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../types";

type Said = Problem["errors"];
export type Review = {
  problems: Said;
  warnings: Said;
  /** Null while there are problems. */
  cost: { steps: number; budget: number; rules: { id: string; steps: number }[] } | null;
};

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (review: Review | null) => void>();

function engine(): Worker {
  if (worker) return worker;
  worker = new Worker(ENGINE, { type: "module" });
  worker.onmessage = ({ data: { n, review } }: MessageEvent<{ n: number; review?: string }>) => {
    waiting.get(n)?.(review === undefined ? null : (JSON.parse(review) as Review));
    waiting.delete(n);
  };
  worker.onerror = () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
    worker = null; // asked again, it is loaded again
  };
  return worker;
}

/** Null when the engine could not be loaded: the Worker says what is wrong when the draft is saved. */
function reviewOf(draft: string): Promise<Review | null> {
  return new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    engine().postMessage({ n: asked, draft });
  });
}

/** So long nothing is typed before the engine is asked. */
const PAUSE_MS = 250;

/** The newest review of a draft; `of` is what it is of, null when there is none yet. */
export function useReview(draft: object | null): { of: string | null; review: Review | null } {
  const text = draft ? JSON.stringify(draft) : null;
  const [known, setKnown] = useState<{ of: string | null; review: Review | null }>({ of: null, review: null });
  useEffect(() => {
    if (text === null) return;
    let isNewest = true;
    const timer = setTimeout(() => {
      void reviewOf(text).then((review) => {
        if (isNewest) setKnown({ of: text, review });
      });
    }, known.of === null ? 0 : PAUSE_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [text]);
  return known;
}
