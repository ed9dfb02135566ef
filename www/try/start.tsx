// Before there is a file: what this page does, and where to drop one.
import { Icon } from "../admin/src/parts/icon";
import { ChooseFile } from "./parts";
import { openFile, openSample } from "./state";

const CSV = ".csv,.txt,.tsv,text/csv,text/plain";

export function Start() {
  return (
    <>
      <div class="start-words">
        <h1 tabIndex={-1}>Which of your past orders would Ordergate have held?</h1>
        <p class="lead">Drop an export of your orders. They are checked against the starter rules here, in your browser, and you see each reason.</p>
      </div>
      <section class="card drop" aria-label="A file of orders">
        <Icon name="install" />
        <p class="drop-main">Drop a CSV file of orders here</p>
        <div class="drop-buttons">
          <ChooseFile label="Choose a file" name="Choose a file of orders" main accept={CSV} chosen={(file) => void openFile(file, file.name)} />
          <button type="button" class="button button-plain" onClick={() => void openSample()}>Use made-up orders</button>
        </div>
        <p class="drop-promise"><Icon name="lock" /> Nothing is uploaded: after this page has loaded, it sends no request at all. You may go offline first.</p>
      </section>
      <section class="how" aria-label="How to get the file">
        <div>
          <h2>WooCommerce</h2>
          <p>The file of an export extension: Customer / Order / Coupon Export, Order Import Export Suite, or Advanced Order Export. The Orders report of Analytics works too, with fewer columns.</p>
        </div>
        <div>
          <h2>Shopify</h2>
          <p>Orders, Export, all orders, plain CSV file. An order's further rows are taken as its lines.</p>
        </div>
        <div>
          <h2>Anything else</h2>
          <p>Any CSV with a number, a date and a total for each order: you say what each column holds.</p>
        </div>
      </section>
    </>
  );
}

export { CSV };
