import { render } from "preact";
import "./tokens.css";
import "./base.css";
import "./theme";
import { App } from "./app";
import { orders } from "./orders/store";
import { route } from "./route";
import { loadSession } from "./session";
import { words } from "./text";
import { fetchAhead } from "./views";

// The first view's script and its list are asked for at the same time as the session: one round trip less before it is there.
void loadSession();
if (route.value.view !== "unknown") fetchAhead(route.value.view);
if (route.value.view === "orders") void orders.load(route.value);

const root = document.getElementById("app");
words.then(
  () => root && render(<App />, root),
  // Without the locale file there are no words to say it with.
  () => root?.append("Ordergate cannot be reached. Load the page again."),
);
