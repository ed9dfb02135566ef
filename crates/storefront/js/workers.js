// Cloudflare Workers and bundlers that import WASM as a module.
import { initSync } from "./screening.js";
import module from "./screening_bg.wasm";

initSync({ module });

export { Screener } from "./server.js";
