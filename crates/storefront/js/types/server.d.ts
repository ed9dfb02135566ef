/** The engine on the shop's own server: the same check as the edge, byte for byte. */
export interface Check {
  decision: "approve" | "review" | "decline";
  score: number;
  minimum: number | null;
  marked: boolean;
  held: boolean;
  allowed: boolean;
  skipped: string | null;
  matches: { source: string; reason: string; points: number; effect: string; fields: string[]; places: string[] }[];
  now: string;
  snapshot: number;
  entries_seq: number;
  data: string;
  engine: number;
  normaliser: number;
}

/** A ruleset that is read once and checks any number of orders. */
export class Screener {
  private constructor();
  /** Opens a published snapshot: the bytes of `GET /v1/snapshots/current/bytes`. Throws an `Error` that says why they are none. */
  static fromSnapshot(bytes: Uint8Array): Screener;
  /** Compiles a draft, an object as in the API or its JSON. Throws an `Error` with every problem. */
  static fromDraft(draft: object | string): Screener;
  /** Checks an order; order and facts are objects as in the API, or their JSON. */
  check(order: object | string, facts?: object | string, now?: Date | string): Check;
  /** The same as the text that the edge stores. */
  checkText(order: object | string, facts?: object | string, now?: Date | string): string;
}
