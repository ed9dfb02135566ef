// What the engine's answers look like; crates/trial says what each field means.

export interface Header {
  format: "ordergate" | "shopify" | "woocommerce" | "unknown";
  columns: { name: string; target: string | null; sample: string }[];
  missing: string[];
  dates: "day" | null;
  ambiguous_dates: boolean;
  targets: string[];
}

export interface Options {
  columns: (string | null)[] | null;
  currency: string | null;
  country: string | null;
  dates: "day" | "month" | null;
  blacklist: string | null;
}

export interface Row {
  index: number;
  line: number;
  number: string;
  at: number;
  minor: number;
  currency: string;
  name: string;
  email: string;
  to: string;
  status: string;
}

export interface Finding extends Row {
  score: number;
  always: boolean;
  allowed: boolean;
  unclaimed: boolean;
  hits: [source: number, places: string[]][];
}

export interface Source {
  source: string;
  reason: string;
  points: number;
  effect: "mark" | "points" | "hold" | "allow" | "hold_always";
  fields: string[];
  orders: number;
}

export interface Group {
  value: string;
  orders: number;
  buyers: number;
  unclaimed: number;
  rows: number[];
}

export interface Repeated {
  field: string;
  groups: number;
  orders: number;
  top: Group[];
}

export interface BadLine {
  line: number;
  detail: string;
}

export interface Summary {
  orders: number;
  placed: [number, number] | null;
  money: Record<string, number>;
  decimals: Record<string, number>;
  refused: number;
  first_refused: BadLine[];
  entries: number;
  refused_entries: number;
  first_refused_entries: BadLine[];
  rules: { id: string; name: string; when: string; points: number; untested: string | null }[];
  sources: Source[];
  repeated: Repeated[];
  carries: Record<string, number>;
}

/** What the page asks of its Web Worker. */
export type Question =
  | { ask: "open"; file: Blob; encoding: string | null }
  | { ask: "try"; options: Options }
  | { ask: "text"; file: Blob }
  | { ask: "examine"; index: number }
  | { ask: "rows"; indices: number[] }
  | { ask: "export"; minimum: number };

export interface Opened {
  header: Header;
  encoding: string;
}

export interface Tried {
  findings: Finding[];
  scores: Int32Array;
  summary: Summary;
  /** Milliseconds of it. */
  took: number;
}

export type Answer =
  | { ready: true }
  | { failed: string }
  | { to: number; progress: number }
  | { to: number; answer: unknown }
  | { to: number; problem: string };
