// What each column holds, and how the file is to be read.
import { Icon } from "../admin/src/parts/icon";
import { ENCODINGS } from "./encoding";
import { fieldName, many } from "./format";
import { Notice, Said } from "./parts";
import { countries, currencies } from "./places";
import { check, columns, country, currency, dates, file, missing, openFile, opened, targets } from "./state";

const FORMATS = { shopify: "Shopify's export", woocommerce: "a WooCommerce export", ordergate: "Ordergate's own columns", unknown: "an unknown header" };

/** Fields in groups, as the choice shows them. */
function groups(all: string[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const target of all) {
    const [head = "", ...rest] = target.split(".");
    const group = rest.length === 0 ? "Order" : fieldName(rest.length > 1 ? `${head}.${rest[0]}` : head);
    found.set(group, [...(found.get(group) ?? []), target]);
  }
  return [...found];
}

function change(index: number, target: string | null): void {
  columns.value = targets.value.map((old, at) => {
    if (at === index) return target;
    // A field is held by one column; only the status may be said in several.
    return old === target && target !== "status" ? null : old;
  });
  void check();
}

export function columnsLine(): string {
  const now = opened.value;
  if (!now) return "";
  return `Recognised as ${FORMATS[now.header.format]}; ${targets.value.filter(Boolean).length} of ${many(targets.value.length, "column")} read`;
}

export function Columns() {
  const now = opened.value;
  if (!now) return null;
  const choices = groups(now.header.targets);
  return (
    <section class="card" aria-labelledby="columns-title">
      <div class="card-head">
        <h2 id="columns-title">What the columns hold</h2>
        <span class="quiet">{columnsLine()}</span>
      </div>
      {missing.value.length > 0 && (
        <div class="card-body">
          <Notice icon="warning" tone="marked">
            Say which column holds {missing.value.map((field) => fieldName(field).toLowerCase()).join(", ")}
            {missing.value.includes("currency") ? ", or choose the currency of all orders" : ""}. Then the orders are checked.
          </Notice>
        </div>
      )}
      <div class="settings">
        <Setting label="Currency of orders that name none">
          <select value={currency.value ?? ""} onChange={(event) => ((currency.value = event.currentTarget.value || null), void check())}>
            <option value="">None</option>
            {currencies.map((code) => <option key={code}>{code}</option>)}
          </select>
        </Setting>
        <Setting label="Country of addresses and phones that name none">
          <select value={country.value} onChange={(event) => ((country.value = event.currentTarget.value), void check())}>
            <option value="">None</option>
            {countries.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
          </select>
        </Setting>
        <Setting label="Dates such as 03/04/2026">
          <select value={dates.value ?? ""} onChange={(event) => ((dates.value = (event.currentTarget.value || null) as typeof dates.value), void check())}>
            <option value="">By their looks</option>
            <option value="day">Day first: 3 April</option>
            <option value="month">Month first: 4 March</option>
          </select>
        </Setting>
        <Setting label="Encoding of the file">
          <select value={now.encoding} onChange={(event) => file.value && void openFile(file.value.blob, file.value.name, event.currentTarget.value)}>
            {Object.entries(ENCODINGS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}
          </select>
        </Setting>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Columns of the file">
        <table class="table columns">
          <thead><tr><th scope="col">Column</th><th scope="col">First value</th><th scope="col">Read as</th></tr></thead>
          <tbody>
            {now.header.columns.map((column, index) => (
              <tr key={index}>
                <th scope="row"><Said text={column.name || `column ${index + 1}`} /></th>
                <td class="quiet"><Said text={column.sample} class="cut" /></td>
                <td>
                  <select
                    value={targets.value[index] ?? ""} aria-label={`${column.name} is read as`} data-unused={targets.value[index] ? undefined : ""}
                    onChange={(event) => change(index, event.currentTarget.value || null)}
                  >
                    <option value="">Not read</option>
                    {choices.map(([group, fields]) => (
                      <optgroup key={group} label={group}>
                        {fields.map((target) => <option key={target} value={target}>{fieldName(target)}</option>)}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="card-foot quiet"><Icon name="clock" /> Times without a zone are read as UTC.</p>
    </section>
  );
}

function Setting({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return <label class="setting"><span>{label}</span>{children}</label>;
}
