// What the bundler turns into modules: locale files arrive as the addresses their words are loaded from, style sheets as nothing.
declare module "*.ftl" {
  /** The words of the first view, and the rest. */
  const addresses: readonly [string, string];
  export default addresses;
}
declare module "*.css";

// The engine's Web Worker and its module, by their hashed names.
declare const ENGINE: string;
declare const ENGINE_WASM: string;
declare module "ordergate-screening" {
  export default function init(from: { module_or_path: ArrayBuffer }): Promise<unknown>;
  export function review(draft: string): string;
}
