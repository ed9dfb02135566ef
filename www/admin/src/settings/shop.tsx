// The shop: its name and windows, its words for holds, and what is copied and kept. In force at once.
import { useState } from "preact/hooks";
import { FIRST_FIELDS, MORE_FIELDS } from "../blacklist/fields";
import { fieldName } from "../format";
import { useLoad } from "../load";
import { Button } from "../parts/button";
import { Check, Field, Form, wholeNumber } from "../parts/form";
import { ProblemNote } from "../parts/problem";
import { say } from "../parts/toast";
import { refreshSession } from "../session";
import { t } from "../text";
import { putShop, readShop, type ShopSettings } from "./store";

/** Of these a confirmed fraud can make entries: they say enough of one person. */
const FRAUD_FIELDS: readonly string[] = ["email", "phone", "ip", "customer_id", "payment_fingerprint", "device"];
const HOURS = ["stop_window_hours", "review_hours"] as const;
const DAYS = ["retention_days", "delivery_body_days"] as const;
type Number = (typeof HOURS)[number] | (typeof DAYS)[number];

export function ShopTab() {
  const { data, problem, reload } = useLoad("shop", readShop);
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  return data ? <ShopForm shop={data} /> : <div class="card settings-form" aria-busy="true" />;
}

function ShopForm({ shop }: { shop: ShopSettings }) {
  const [form, setForm] = useState(shop);
  const [numbers, setNumbers] = useState(() => Object.fromEntries([...HOURS, ...DAYS].map((name) => [name, String(shop[name] ?? "")])) as Record<Number, string>);
  const change = (part: Partial<ShopSettings>): void => setForm((before) => ({ ...before, ...part }));
  const number = (name: Number) => (
    <Field pointer={`/${name}`} label={t(`shop-${name}`)} type="number" value={numbers[name]} help={t(`shop-${name}-help`)} onInput={(value) => setNumbers((before) => ({ ...before, [name]: value }))} />
  );
  const fields = (name: "list_fields" | "fraud_fields", all: readonly string[]) => (
    <section>
      <h2 id={name}>{t(`shop-${name}`)}</h2>
      <p>{t(`shop-${name}-help`)}</p>
      <Chosen pointer={`/${name}`} all={all} chosen={form[name]} onChange={(chosen) => change({ [name]: chosen })} />
    </section>
  );
  return (
    <Form
      class="card settings-form" needs="change-shop"
      check={() => Object.fromEntries([...HOURS, ...DAYS].filter((name) => wholeNumber(numbers[name]) === undefined).map((name) => [`/${name}`, t("bad-number")]))}
      send={async () => {
        const read = Object.fromEntries([...HOURS, ...DAYS].map((name) => [name, wholeNumber(numbers[name])])) as Record<Number, number | null>;
        setForm(await putShop({ ...form, ...read }));
        await refreshSession();
        say(t("shop-saved"));
      }}
    >
      {(busy) => (
        <>
          <section>
            <h2>{t("shop-title")}</h2>
            <Field pointer="/name" label={t("column-name")} value={form.name} required onInput={(name) => change({ name })} />
            <div class="form-pair">{HOURS.map(number)}</div>
          </section>
          <section>
            <h2>{t("shop-codes")}</h2>
            <p>{t("shop-codes-help")}</p>
            <div class="form-pair">
              {(["automatic", "manual"] as const).map((kind) => (
                <Field pointer={`/hold_codes/${kind}`} label={t(`shop-code-${kind}`)} value={form.hold_codes[kind]} onInput={(code) => change({ hold_codes: { ...form.hold_codes, [kind]: code } })} />
              ))}
            </div>
          </section>
          {fields("list_fields", [...FIRST_FIELDS, ...MORE_FIELDS])}
          {fields("fraud_fields", FRAUD_FIELDS)}
          <section>
            <h2>{t("shop-kept")}</h2>
            <div class="form-pair">{DAYS.map(number)}</div>
          </section>
          <div class="form-foot"><Button needs="change-shop" look="main" type="submit" busy={busy} disabled={busy}>{t("save")}</Button></div>
        </>
      )}
    </Form>
  );
}

function Chosen({ pointer, all, chosen, onChange }: { pointer: string; all: readonly string[]; chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  return (
    <div class="settings-checks" role="group" aria-labelledby={pointer.slice(1)}>
      {all.map((field) => (
        <Check key={field} label={fieldName(field)} checked={chosen.includes(field)} onChange={(on) => onChange(all.filter((one) => (one === field ? on : chosen.includes(one))))} />
      ))}
    </div>
  );
}
