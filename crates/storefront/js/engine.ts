// The engine in the page: loads the WASM core and the shop's public pack, and judges the page's order by them.
import init, { Engine } from "ordergate-engine";
import type { Hint, Judgement } from "./types/index";

/** The module's file beside this one; put in by the build. */
declare const WASM: string;

/** Throws the word of what failed: `wasm` or `pack`. */
export async function load(edge: string, shop: string): Promise<(fields: Map<string, string>) => Judgement> {
  const fail = (word: string) => (): never => { throw word; };
  const [pack] = await Promise.all([
    fetch(`${edge}/v1/public/${shop}/pack`, { credentials: "omit" }).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer))).catch(fail("pack")),
    init({ module_or_path: `${edge}${WASM}` }).catch(fail("wasm")),
  ]);
  const engine = Engine.open(new Uint8Array(pack));
  if (!engine) throw "pack";
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
