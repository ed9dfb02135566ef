// What wasm-bindgen makes of crates/storefront/src/public.rs; the build puts it in.
declare module "ordergate-engine" {
  export class Engine {
    static open(pack: Uint8Array): Engine | undefined;
    judge(order: string): string;
  }
  export default function init(options: { module_or_path: string }): Promise<unknown>;
}
