// Which fields of an order an entry is made of: those the shop has chosen in its settings, to begin with.
import { useEffect, useState } from "preact/hooks";
import { get } from "../api";
import { FIRST_FIELDS, MORE_FIELDS } from "../blacklist/fields";
import { fieldName } from "../format";
import { t } from "../text";
import type { Of } from "./many";

/** The fields, read from the shop's settings when they are first asked for. */
export function useListFields(wanted: boolean): [readonly string[], (fields: readonly string[]) => void] {
  const [fields, setFields] = useState<readonly string[]>(["email"]);
  useEffect(() => {
    if (!wanted) return;
    get<{ list_fields: string[] }>("/v1/shop").then(({ list_fields }) => setFields(list_fields), () => {});
  }, [wanted]);
  return [fields, setFields];
}

export function Fields({ of, chosen, onChange }: { of: Of; chosen: readonly string[]; onChange: (fields: readonly string[]) => void }) {
  const all = [...FIRST_FIELDS, ...MORE_FIELDS];
  return (
    <fieldset class="bulk-fields" aria-describedby="bulk-fields-help">
      <legend>{t("add-fields")}</legend>
      <p id="bulk-fields-help" class="quiet">{t("bulk-fields-help")} {of === "customers" && t("bulk-fields-newest")}</p>
      <div>
        {all.map((field) => (
          <label>
            <input
              type="checkbox" checked={chosen.includes(field)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, field] : chosen.filter((other) => other !== field))}
            />
            {fieldName(field)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
