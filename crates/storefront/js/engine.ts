// The engine in the page: loads the WASM core and the shop's public pack, and judges the page's order by them.
import * as engine from "ordergate-engine";
import type { Hint, Judgement } from "./types/index";

/** The module's file beside this one; put in by the build. */
declare const WASM: string;

/** Throws the word of what failed: `wasm` or `pack`. */
export async function load(edge: string, shop: string): Promise<(fields: Map<string, string>) => Judgement> {
  const get = async (word: string, address: string): Promise<ArrayBuffer> => {
    const answer = await fetch(edge + address, { credentials: "omit" }).catch(() => null);
    if (!answer?.ok) throw word;
    return answer.arrayBuffer();
  };
  const compile = async (): Promise<void> => {
    const { instance } = await WebAssembly.instantiate(await get("wasm", WASM), { "./engine_bg.js": engine as unknown as WebAssembly.ModuleImports }).catch(() => { throw "wasm"; });
    engine.__wbg_set_wasm(instance.exports);
  };
  const [pack] = await Promise.all([get("pack", `/v1/public/${shop}/pack`), compile()]);
  if (!engine.open(new Uint8Array(pack))) throw "pack";
  return (fields) => read(engine.judge([...fields].flat().join("\0")));
}

function read(answer: string): Judgement {
  const judgement: Judgement = { hints: [], hide: [], rules: [] };
  const parts = answer === "" ? [] : answer.split("\0");
  for (let at = 0; at < parts.length; at += 4) {
    const [kind, one = "", two = "", three = ""] = parts.slice(at, at + 4);
    if (kind === "rule") judgement.rules.push({ id: one, name: two });
    else if (kind === "hide") judgement.hide.push(one);
    else if (kind === "hint") judgement.hints.push({ kind: one as Hint["kind"], field: two, ...(three && { suggestion: three }) });
    else throw new Error(`${one}: ${two}`);
  }
  return judgement;
}
