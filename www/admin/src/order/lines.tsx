import { count, money } from "../format";
import { Isolate } from "../parts/isolate";
import { Tag } from "../parts/chip";
import { t } from "../text";
import type { OrderDetails } from "../types";
import "./lines.css";

export function Lines({ details }: { details: OrderDetails }) {
  const lines = details.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <section class="card lines-card" aria-labelledby="lines-title">
      <div class="card-head"><h2 id="lines-title">{t("lines-title")}</h2><span class="quiet">{t("lines-count", { n: lines.length })}</span></div>
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">{t("column-product")}</th>
            <th scope="col" class="number lines-quantity">{t("column-quantity")}</th>
            <th scope="col" class="number lines-price">{t("column-price")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <td>
                <Isolate text={line.product || line.sku} />{" "}
                {line.sku && line.product && <span class="quiet lines-sku"><Isolate text={line.sku} /></span>}{" "}
                {line.category && <Tag><Isolate text={line.category} /></Tag>}{" "}
              </td>
              <td class="number">{line.quantity == null ? "" : count(line.quantity)}</td>
              <td class="number nowrap">{line.price ? money(line.price, details.currency) : ""}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("column-total")}</th>
            <td />
            <td class="number nowrap">{money(details.total, details.currency)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
