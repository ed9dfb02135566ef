// Node, Deno and Bun: the module is a file beside this one.
import { readFile } from "node:fs/promises";
import init from "./screening.js";

await init({ module_or_path: await readFile(new URL("./screening_bg.wasm", import.meta.url)) });

export { Screener } from "./server.js";
