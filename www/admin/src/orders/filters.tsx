// How the list of orders is narrowed: by a number, and by a panel for what the tabs do not have.
import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { adjust, go, type RouteOf } from "../route";
import { t } from "../text";
import { DECISIONS, NARROWER, STATES } from "./filter";

type Orders = RouteOf<"orders">;

/** Finds an order by its whole number; emptied, it shows the list again. */
export function FindNumber({ route, box }: { route: Orders; box: Ref<HTMLInputElement> }) {
  const find = (number: string): void => {
    if (number !== (route.number ?? "")) go({ view: "orders", number });
  };
  return (
    <form class="find" role="search" onSubmit={(event) => {
      event.preventDefault();
      find(new FormData(event.currentTarget).get("number")?.toString().trim() ?? "");
    }}>
      <label class="hidden" for="find-number">{t("orders-find")}</label>
      <Icon name="find" />
      <input
        ref={box} id="find-number" name="number" type="search" key={route.number} defaultValue={route.number ?? ""} placeholder={t("orders-find")} autocomplete="off" spellcheck={false}
        aria-keyshortcuts="/" onInput={(event) => event.currentTarget.value === "" && find("")}
      />
    </form>
  );
}

export function Panel({ route }: { route: Orders }) {
  const set = (name: (typeof NARROWER)[number] | "state") => (event: { currentTarget: { value: string } }): void =>
    adjust({ ...route, number: undefined, ...(name === "state" ? { marked: undefined } : {}), [name]: event.currentTarget.value });
  const choice = (name: "state" | "decision", words: string, options: readonly string[]) => (
    <Labelled name={name}>
      {(id) => (
        <select id={id} value={route[name] ?? ""} onChange={set(name)}>
          {["", ...options].map((one) => <option value={one} selected={one === (route[name] ?? "")}>{one ? t(`${words}-${one}`) : t("orders-any")}</option>)}
        </select>
      )}
    </Labelled>
  );
  const date = (name: "from" | "to") => (
    <Labelled name={name}>{(id) => <input id={id} type="date" value={route[name] ?? ""} onChange={set(name)} />}</Labelled>
  );
  return (
    <section id="orders-panel" class="card orders-panel" aria-label={t("orders-narrow")}>
      {choice("state", "state", STATES)}
      {choice("decision", "verdict", DECISIONS)}
      <Labelled name="points">{(id) => <input id={id} type="number" step="1" min="-100000" max="100000" value={route.points ?? ""} onChange={set("points")} />}</Labelled>
      {date("from")}
      {date("to")}
      <Button onClick={() => adjust({ view: "orders" })}>{t("orders-clear")}</Button>
    </section>
  );
}

function Labelled({ name, children }: { name: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return <div class="input"><label for={id}>{t(`narrow-${name}`)}</label>{children(id)}</div>;
}
