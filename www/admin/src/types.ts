// The shapes of the HTTP API, as the contract names them. Nothing here is invented by the page.

export type Shop = {
  id: string;
  name: string;
  minimum_points: number | null;
  stop_window_hours: number | null;
  default_country: string | null;
  time_zone: string | null;
  snapshot: number;
};
export type Role = "viewer" | "analyst" | "approver" | "admin";
export type Session = {
  shop: Shop;
  user: { id: string; name: string; role: Role };
  /** The shops this person belongs to, the present one among them. */
  shops: { id: string; name: string }[];
  expires_at: string;
  /** How many passkeys they have; without one only a link signs them in. */
  passkeys: number;
  /** Sent back with whatever changes something. */
  token: string;
};

export type State =
  | "approved" | "held" | "not_checked" | "cancelled" | "shipped" | "released" | "declined" | "fraud";
export type Decision = "approve" | "review" | "decline";
export type Effect = "points" | "mark" | "hold" | "hold_always" | "allow";

export type OrderRow = {
  id: string;
  /** Null, like every field below that may be, when the delivery could not be read. */
  number: string | null;
  platform: string;
  placed_at: string | null;
  received_at: string;
  currency: string | null;
  total: string | null;
  state: State;
  held: boolean;
  marked: boolean;
  score: number | null;
  minimum: number | null;
  decision: Decision | null;
  not_checked: string | null;
  name: string | null;
  city: string | null;
  country: string | null;
  matches: number;
};

export type Place = Partial<Record<
  | "first_name" | "last_name" | "company" | "tax_id" | "street" | "house_number" | "street2"
  | "postcode" | "city" | "region" | "country" | "phone",
  string | null
>>;
export type Line = {
  sku?: string | null;
  product?: string | null;
  category?: string | null;
  quantity?: number | null;
  price?: string | null;
  shipping?: Place | null;
};
export type Customer = {
  id?: string | null;
  group?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  orders_count?: number | null;
  created_at?: string | null;
};
export type Payment = Partial<Record<"method" | "provider" | "fingerprint" | "bin" | "last4" | "country", string | null>>;
export type OrderDetails = {
  id: string;
  placed_at: string;
  currency: string;
  total: string;
  channel?: string | null;
  email?: string | null;
  phone?: string | null;
  ip?: string | null;
  user_agent?: string | null;
  device?: string | null;
  customer?: Customer | null;
  billing?: Place | null;
  shipping?: Place | null;
  lines?: Line[] | null;
  payment?: Payment | null;
  custom?: Record<string, string> | null;
};

export type Match = {
  source: string;
  reason: string;
  points: number;
  effect: Effect;
  fields: string[];
  places: string[];
};
export type Check = {
  decision: Decision;
  score: number;
  minimum: number | null;
  marked: boolean;
  held: boolean;
  allowed: boolean;
  skipped: string | null;
  matches: Match[];
  now: string;
  snapshot: number;
  entries_seq?: number;
  data?: string;
  engine: number;
  normaliser: number;
};
export type CheckRecord = { id: string; at: string; kind: string; check: Check };
export type HoldAction = "hold" | "release";
/** How a hold ended: by a person, or by a cancellation in the shop, which names nobody. */
export type Resolution = { resolution: "released" | "cancelled"; at: string | null; by: string | null; comment: string | null; edit?: true };
export type Hold = { kind: "automatic" | "manual"; code: string; comment: string | null; placed_at: string; placed_by: string; resolution: Resolution | null };
export type Cause = "check" | "declined" | "fraud" | "dispute";
/** What a day's work begins with. */
export type Today = {
  cases: { open: number; unassigned: number; window_over: number };
  holds: { open: number; overdue: number };
  /** Of the last seven days. */
  alerts: Record<"contacts_bouncing" | "mails_dead" | "commands_dead" | "polls_failing" | "not_checked", number>;
  set_up: Record<"contacts" | "deliveries" | "orders" | "entries" | "rules" | "stop_window", boolean>;
  hours: { at: string; orders: number; held: number; marked: number }[];
};
/** An order that is held, as the desk shows it. */
export type OpenHold = {
  order: {
    id: string; number: string | null; state: State; currency: string | null; total: string | null; name: string | null; score: number | null; minimum: number | null;
    /** The key of its buyer. */
    customer: string | null;
  };
  kind: "automatic" | "manual";
  code: string;
  comment: string | null;
  placed_at: string;
  placed_by: string;
  days: number;
  review_by: string | null;
  overdue: boolean;
  lock: { by: string; at: string | null } | null;
  matches: Match[];
};
export type CaseResolution = "blocked" | "not_blocked" | "too_late";
/** A case about an order: what is left to stop its delivery. */
export type Case = {
  id: string;
  state: "open" | "resolved";
  order: {
    id: string; number: string | null; state: State; currency: string | null; total: string | null; name: string | null; score: number | null;
  };
  cause: Cause;
  detail: string;
  opened_by: string;
  opened_at: string;
  deadline_at: string;
  minutes_left: number;
  window_over: boolean;
  assignee: string | null;
  snoozed_until: string | null;
  resolution: { resolution: CaseResolution; comment: string | null; at: string | null; by: string | null } | null;
};
export type Person = {
  key: string; name: string | null; email: string | null; phone: string | null; city: string | null; country: string | null;
  orders: number; last_order: { id: string; state: State; at: string };
};
export type Reason = { source: string; reason: string; points: number; effect: Effect; lapses_at: string | null };
export type CustomerAnswer = {
  customer: Person;
  /** The newest of those that are joined. */
  orders: OrderRow[];
  joined: number;
  labels: Label[];
  cases: Case[];
  /** Parcels to be paid on delivery that nobody collected. */
  unclaimed: number;
  would_pass: { passes: boolean; check: Check; reasons: Reason[] } | null;
};
export type Label = { at: string; label: string; actor: string; comment?: string };
export type CaseAnswer = {
  case: Case;
  check: Check | null;
  timeline: { at: string; actor: string; kind: string; detail: string }[];
  labels: Label[];
};
export type TimelineItem = { at: string; actor: string; action: string; detail: unknown };
export type Mail = {
  id: string;
  to: string;
  contact: string | null;
  subject: string;
  text: string;
  html: string | null;
  state: "pending" | "leased" | "sent" | "retry" | "dead" | "expired";
  attempts: number;
  due_at: string | null;
  sent_at: string | null;
  last_error: string | null;
  transport: string | null;
};
export type OrderAnswer = {
  /** `customer`: the key of its buyer. */
  order: OrderRow & { details: OrderDetails | null; hold: Hold | null; customer: string | null; edit_url: string | null; notes: string[] };
  check: Check | null;
  checks: CheckRecord[];
  /** The open hold first, then the newest. */
  holds: Hold[];
  /** The open one, else the newest. */
  case: Case | null;
  timeline: TimelineItem[];
  mails: Mail[];
};

export type Entry = {
  id: string;
  fields: Record<string, string>;
  effect: Effect;
  match: string;
  points: number | null;
  reason: string;
  actor: string;
  created_at: string;
  expires_at: string | null;
  hits: number;
  last_hit_at: string | null;
};
/** What is posted; an absent `expires_at` means the server's default of 12 months, null means never. */
export type NewEntry = {
  fields: Record<string, string>;
  effect?: Effect;
  match?: string;
  points?: number;
  reason: string;
  expires_at?: string | null;
};

export type List<T> = { data: T[]; next: string | null };
export type FieldProblem = { pointer: string; detail: string };
export type Problem = { type?: string; status: number; title: string; detail: string; errors: FieldProblem[] };
