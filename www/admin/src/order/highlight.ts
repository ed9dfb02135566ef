// Which fields of which place made entries match, so that they can be shown where they stand.
import type { Check } from "../types";

const PLACE_FIELDS = new Set([
  "first_name", "last_name", "street", "house_number", "postcode", "city", "country", "company", "tax_id",
]);

export type Highlight = {
  /** Matched fields of a place, by its name: billing, shipping, lines[2], customer. */
  inPlace: (place: string) => ReadonlySet<string>;
  /** Matched fields that belong to the order as a whole: e-mail, phone, IP … */
  inOrder: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

export function highlightOf(check: Check | null): Highlight {
  const places = new Map<string, Set<string>>();
  const inOrder = new Set<string>();
  for (const match of check?.matches ?? []) {
    for (const field of match.fields) {
      if (!PLACE_FIELDS.has(field)) {
        inOrder.add(field);
        continue;
      }
      for (const place of match.places) {
        const fields = places.get(place) ?? new Set();
        places.set(place, fields.add(field));
      }
    }
  }
  return { inPlace: (place) => places.get(place) ?? NONE, inOrder };
}
