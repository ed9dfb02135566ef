// Customers: people seen in orders, newest order first; found by e-mail, phone or the shop's own id.
import { useEffect, useRef } from "preact/hooks";
import { Bulk, SelectAll, type BulkAction } from "../bulk/bulk";
import { count, said } from "../format";
import { useKeys } from "../keys";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Listing } from "../parts/listing";
import { go, href, type RouteOf } from "../route";
import { t } from "../text";
import { useWalk } from "../walk";
import "./customers.css";
import { COLUMNS, CustomerRow, CustomersSkeleton, nameOf } from "./row";
import { asked, customers } from "./store";

const ACTIONS: readonly BulkAction[] = [{ name: "add_to_blacklist", key: "b" }];

export function CustomersView({ route }: { route: RouteOf<"customers"> }) {
  const search = useRef<HTMLInputElement>(null);
  const { box, step } = useWalk(customers.current, () => void customers.more());
  useEffect(() => void customers.load(route), [href(route)]);
  const refresh = (): void => void customers.load(route, true);
  const look = (text: string): void => {
    if (text === asked.value) return;
    asked.value = text;
    refresh();
  };
  const open = (): void => {
    const id = customers.current.value ?? customers.rows.value[0]?.key;
    if (id) go({ view: "customer", id });
  };
  useKeys({ j: () => step(1), k: () => step(-1), r: refresh, "/": () => search.current?.focus() });
  const busy = customers.busy.value === "refresh";
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("customers-title")}</h1>
        <div class="view-tools">
          <span class="orders-walk">
            <Button icon="up" label={t("customer-previous")} shortcut="k" onClick={() => step(-1)} />
            <Button icon="down" label={t("customer-next")} shortcut="j" onClick={() => step(1)} />
            <Button shortcut="Enter" onClick={open}>{t("orders-open")}</Button>
          </span>
          <form class="find" role="search" onSubmit={(event) => {
            event.preventDefault();
            look(search.current?.value.trim() ?? "");
          }}>
            <label class="hidden" for="find-customer">{t("customers-find")}</label>
            <Icon name="find" />
            <input
              ref={search} id="find-customer" type="search" placeholder={t("customers-find")} defaultValue={asked.peek()} autocomplete="off" spellcheck={false} aria-keyshortcuts="/"
              onInput={(event) => event.currentTarget.value === "" && look("")}
            />
          </form>
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={busy} onClick={refresh} />
        </div>
      </div>
      {asked.value && (
        <p class="one-entry">
          <span>{t("customers-found", { text: said(asked.value) })}</span>
          <a href={href(route)} onClick={() => {
            if (search.current) search.current.value = "";
            look("");
          }}>{t("empty-show-all")}</a>
        </p>
      )}
      <Listing list={customers} route={route} empty={<Nobody />} shown={(n) => t("customers-shown", { n, count: count(n) })}>
        {(rows, loading) => (
          <table class="rows customers" ref={box} aria-busy={loading || busy}>
            <caption class="hidden">{t("customers-title")}</caption>
            <thead>
              <tr>
                <th scope="col" class="rows-check"><SelectAll list={customers} /></th>
                {COLUMNS.map(([name, word]) => <th scope="col" class={`customers-${name}${name === "orders" ? " number" : ""}`}>{t(word)}</th>)}
              </tr>
            </thead>
            <tbody>{loading ? <CustomersSkeleton /> : rows.map((row) => <CustomerRow key={row.key} row={row} />)}</tbody>
          </table>
        )}
      </Listing>
      <Bulk of="customers" list={customers} route={route} name={nameOf} actions={ACTIONS} />
    </>
  );
}

function Nobody() {
  const kind = asked.value ? "unknown" : "none";
  return <Empty icon={kind === "none" ? "customers" : "find"} title={t(`customers-${kind}-title`)}><p>{t(`customers-${kind}-text`)}</p></Empty>;
}
