// The places of the order, with what matched in each shown where it stands.
import { country, placeName } from "../format";
import { t } from "../text";
import type { OrderDetails, Place } from "../types";
import { Hit } from "./hit";
import type { Highlight } from "./highlight";
import "./places.css";

export function Places({ details, highlight }: { details: OrderDetails; highlight: Highlight }) {
  const places = placesOf(details);
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="places-title" class="places">
      <h2 id="places-title" class="hidden">{t("places-title")}</h2>
      {places.map(({ names, place }) => (
        <div class="card place">
          <h3>{names.map(placeName).join(" · ")}</h3>
          <Address place={place} fields={new Set(names.flatMap((name) => [...highlight.inPlace(name)]))} />
        </div>
      ))}
    </section>
  );
}

/** Places in the contract's order; two that say the same are shown once under both names. */
function placesOf(details: OrderDetails): { names: string[]; place: Place }[] {
  const all: [string, Place | null | undefined][] = [
    ["billing", details.billing],
    ["shipping", details.shipping],
    ...(details.lines ?? []).map((line, at): [string, Place | null | undefined] => [`lines[${at}]`, line.shipping]),
  ];
  const shown: { names: string[]; place: Place; key: string }[] = [];
  for (const [name, place] of all) {
    const filled = Object.entries(place ?? {}).filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
    if (!place || filled.length === 0) continue;
    const key = JSON.stringify(filled);
    const same = shown.find((other) => other.key === key);
    if (same) same.names.push(name);
    else shown.push({ names: [name], place, key });
  }
  return shown;
}

function Address({ place, fields }: { place: Place; fields: ReadonlySet<string> }) {
  const hit = (field: keyof Place, on = fields.has(field)) => <Hit text={place[field]} field={field} on={on} />;
  // A house number inside the street's line matched there.
  const streetHit = fields.has("street") || (fields.has("house_number") && !place.house_number);
  return (
    <address class="address">
      {(place.first_name || place.last_name) && <p class="address-name">{hit("first_name")} {hit("last_name")}</p>}
      {(place.company || place.tax_id) && <p>{hit("company")} {place.tax_id && <span>{t("tax-id")} {hit("tax_id")}</span>}</p>}
      {(place.street || place.house_number) && <p>{hit("street", streetHit)} {hit("house_number")}</p>}
      {place.street2 && <p>{hit("street2", false)}</p>}
      {(place.postcode || place.city) && <p>{hit("postcode")} {hit("city")}</p>}
      {(place.region || place.country) && (
        <p>
          {place.region && <>{hit("region", false)}, </>}
          {place.country && <Hit text={country(place.country)} field="country" on={fields.has("country")} />}
        </p>
      )}
      {place.phone && <p>{hit("phone", false)}</p>}
    </address>
  );
}
