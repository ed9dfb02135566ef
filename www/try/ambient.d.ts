// Names of files that the build fills in, and the engine it puts in the place of `ordergate-trial`.
declare const TRIAL_WASM: string;
declare const TRIAL_WORKER: string;

declare module "ordergate-trial" {
  export default function init(options: { module_or_path: BufferSource }): Promise<unknown>;
  export function header(file: Uint8Array): string;
  export class Trial {
    constructor(file: Uint8Array, options: string);
    step(orders: number): boolean;
    progress(): number;
    findings(): string;
    scores(): Int32Array;
    summary(): string;
    examine(index: number): string | undefined;
    rows(indices: Uint32Array): string;
    export(minimum: number): Uint8Array<ArrayBuffer>;
    free(): void;
  }
}
