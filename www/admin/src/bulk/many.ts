// One thing done to many orders or customers: each by itself, and what became of each.
import { at, ApiError, post, problemOf } from "../api";
import { me } from "../me";

export type Outcome = {
  id: string;
  error?: string;
  /** The state it is in now. */
  state?: string;
  /** The shop could not be told, so that it has to be done there too. */
  untold?: true;
};
export type Many = "recheck" | "hold" | "release" | "cancel" | "add_to_blacklist";

/** As many as one request may name, of orders and of customers. */
const MOST = { orders: 100, customers: 40 } as const;
export type Of = keyof typeof MOST;

export async function onMany(of: Of, action: Many, ids: readonly string[], comment: string, fields: readonly string[]): Promise<Outcome[]> {
  if (action === "cancel") return cancelAll(ids, comment);
  const outcomes: Outcome[] = [];
  for (let begin = 0; begin < ids.length; begin += MOST[of]) {
    const some = ids.slice(begin, begin + MOST[of]);
    const body = {
      action,
      [of === "orders" ? "ids" : "keys"]: some,
      ...(comment ? { comment } : {}),
      ...(fields.length > 0 ? { fields } : {}),
      ...(of === "orders" && me.value ? { by: me.value } : {}),
    };
    try {
      const { data } = await post<{ data: (Omit<Outcome, "id"> & { id?: string; key?: string })[] }>(at(of, "bulk"), body);
      outcomes.push(...data.map(({ id, key, ...rest }) => ({ ...rest, id: id ?? key ?? "" })));
    } catch (error) {
      // What was done before stays done, and is said; the rest was not.
      if (begin === 0) throw error;
      const { title, detail } = problemOf(error);
      outcomes.push(...ids.slice(begin).map((id) => ({ id, error: detail || title })));
      break;
    }
  }
  return outcomes;
}

/** Has the shop cancel each order; where Ordergate cannot reach the shop it only notes that it is cancelled. */
async function cancelAll(ids: readonly string[], comment: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    try {
      outcomes.push(await cancel(id, comment));
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.errors.length > 0) throw error;
      outcomes.push({ id, error: error.problem.detail || error.problem.title });
    }
  }
  return outcomes;
}

async function cancel(id: string, comment: string): Promise<Outcome> {
  try {
    await post(at("orders", id, "cancel"), { comment });
    return { id };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.problem.type?.endsWith(":no-connection")) throw error;
    await post(at("orders", id, "status"), { status: "cancelled", comment, ...(me.value ? { by: me.value } : {}) });
    return { id, untold: true };
  }
}
