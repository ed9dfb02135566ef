// What wasm-bindgen makes of crates/storefront/src/public.rs; the build puts it in.
declare module "ordergate-engine" {
  /** Whether it is a pack. */
  export function open(pack: Uint8Array): boolean;
  export function judge(order: string): string;
  /** Names the module's exports, once it is there. */
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
