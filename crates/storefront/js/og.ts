// The script tag: <script async src="https://edge/v1/og.js" data-shop="pk_…" data-form="#checkout"></script>
import { start } from "./start";
import type { Checkout, Options } from "./types/index";

const script = document.currentScript as HTMLScriptElement | null;
const { shop, form } = script?.dataset ?? {};
const edge = script ? new URL(script.src).origin : "";

type Global = { start(options: Omit<Options, "edge"> & { edge?: string }): Checkout | null; checkout: Checkout | null };
const global: Global = { start: (options) => start({ edge, ...options }), checkout: null };
(window as unknown as { ordergate: Global }).ordergate = global;

if (shop) {
  const begin = (): void => void (global.checkout = start({ shop, edge, ...(form && { form }) }));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
