// The Web Worker in which the engine runs: the page itself may not compile WASM. A draft comes in, and goes out read.
import init, { review } from "ordergate-screening";

const scope = self as unknown as {
  postMessage(answer: { n: number; review?: string }): void;
  onmessage: ((event: MessageEvent<{ n: number; draft: string }>) => void) | null;
};

const loaded = fetch(ENGINE_WASM)
  .then((response) => {
    if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status}`);
    return response.arrayBuffer();
  })
  .then((bytes) => init({ module_or_path: bytes }));

scope.onmessage = ({ data: { n, draft } }) => {
  loaded.then(() => scope.postMessage({ n, review: review(draft) })).catch(() => scope.postMessage({ n }));
};
