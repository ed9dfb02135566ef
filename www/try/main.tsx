// The page to try before installing: a file of past orders, checked in this browser.
import { effect } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Logo } from "../admin/src/parts/icon";
import { Notice } from "./parts";
import { Loaded } from "./result";
import { Start } from "./start";
import { file, loaded, openFile, problem } from "./state";

function App() {
  const [over, setOver] = useState(false);
  const main = useRef<HTMLElement>(null);
  const has = file.value !== null;
  useEffect(() => {
    // Another view begins at its title, for those who read by ear.
    if (has) main.current?.querySelector("h1")?.focus();
  }, [has]);
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer?.files[0];
    if (dropped) void openFile(dropped, dropped.name);
  };
  return (
    <div class="page" data-over={over ? "" : undefined} onDragEnter={drag} onDragOver={drag} onDragLeave={(event) => event.relatedTarget === null && setOver(false)} onDrop={drop}>
      <header class="top">
        <Logo /><span class="top-name">Ordergate</span><span class="top-what">Try it on your own orders</span>
        <span class="top-state" data-state={loaded.value}>{loaded.value === "ready" ? "Ready, also offline" : loaded.value === "loading" ? "Loading the engine …" : "Cannot run"}</span>
      </header>
      <main ref={main}>
        {problem.value && <Notice icon="warning" tone="bad">{problem.value}</Notice>}
        {has ? <Loaded /> : <Start />}
      </main>
    </div>
  );
}

const place = document.getElementById("app");
if (place) render(<App />, place);
effect(() => void (document.documentElement.dataset["engine"] = loaded.value));
