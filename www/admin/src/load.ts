// Loading one thing for one view: the newest request wins, an older answer is dropped.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { problemOf, wasAborted } from "./api";
import type { Problem } from "./types";

export type Loaded<T> = { data: T | null; problem: Problem | null; busy: boolean; reload: () => void };

export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; data: T | null; problem: Problem | null; busy: boolean }>({
    key, data: null, problem: null, busy: true,
  });
  const running = useRef<AbortController | null>(null);
  const latest = useRef(load);
  latest.current = load;

  const start = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState((before) => ({ key, data: before.key === key ? before.data : null, problem: null, busy: true }));
    latest.current(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setState({ key, data, problem: null, busy: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted || wasAborted(error)) return;
        setState((before) => ({ ...before, problem: problemOf(error), busy: false }));
      },
    );
  }, [key]);

  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [start]);

  const current = state.key === key;
  return {
    data: current ? state.data : null,
    problem: current ? state.problem : null,
    busy: !current || state.busy,
    reload: start,
  };
}
