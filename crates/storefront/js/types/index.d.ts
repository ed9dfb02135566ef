/** A place of the page's order; every field may be missing. */
export interface PagePlace {
  first_name?: string; last_name?: string; company?: string; tax_id?: string;
  street?: string; house_number?: string; street2?: string; postcode?: string; city?: string; region?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  phone?: string;
}

/** The order as far as the page knows it, in the names of the Order of the API. What stands in the form is added by itself. */
export interface PageOrder {
  placed_at?: Date;
  /** ISO 4217. */
  currency?: string;
  /** Decimal in major units: `"120.50"`. */
  total?: string;
  channel?: string; email?: string; phone?: string; device?: string;
  customer?: { id?: string; group?: string; first_name?: string; last_name?: string; orders_count?: number; created_at?: Date };
  billing?: PagePlace;
  shipping?: PagePlace;
  lines?: { sku?: string; product?: string; category?: string; quantity?: number; price?: string; shipping?: PagePlace }[];
  payment?: { method?: string; provider?: string; bin?: string; last4?: string; country?: string };
  custom?: Record<string, string>;
}

export interface Options {
  /** The shop's public key, `pk_…`. */
  shop: string;
  /** Where Ordergate runs: `https://ordergate.example`. */
  edge: string;
  /** The order form or its selector; the token goes into its hidden field `ordergate_token`. Without one, ask `token()`. */
  form?: string | HTMLFormElement;
  /** What the page knows of the order beside the form: cart, currency, total. Asked whenever something changes. */
  order?: () => PageOrder;
}

/** Something the buyer may want to look at again. */
export interface Hint {
  kind: "mistyped_email" | "disposable_email" | "postcode_does_not_fit";
  /** `email`, `billing.postcode` or `shipping.postcode`. */
  field: string;
  /** What was probably meant. */
  suggestion?: string;
}

export interface Decision {
  /** Payment methods not to offer. */
  hide: string[];
  /** The public rules that hold. */
  rules: { id: string; name: string }[];
}

export interface Judgement extends Decision {
  hints: Hint[];
}

export interface Checkout {
  /** The sealed token for the order, or `degraded:` and why there is none; never rejects, never takes longer than 1.5 seconds. */
  token(): Promise<string>;
  hints(): Promise<Hint[]>;
  decide(): Promise<Decision>;
}

/** Begins; null where there is no document (on a server). */
export function start(options: Options): Checkout | null;

declare global {
  interface DocumentEventMap {
    /** `full`: token, hints and decisions; `token`: the engine could not be loaded. */
    "ordergate:ready": CustomEvent<{ mode: "full" | "token" }>;
    "ordergate:degraded": CustomEvent<{ reason: string }>;
    "ordergate:judged": CustomEvent<Judgement>;
  }
}
