// What a shop still has to set up, and where. It is gone when nothing is missing.
import { Icon } from "../parts/icon";
import { parse } from "../route";
import { session } from "../session";
import { t } from "../text";
import type { Today } from "../types";

/** Where each is set up. */
const STEPS = {
  orders: "#/install", minimum: "#/settings", stop_window: "#/settings?tab=shop", contacts: "#/contacts", rules: "#/rules", entries: "#/blacklist",
} as const;
type Step = keyof typeof STEPS;

function done(step: Step, { set_up }: Today): boolean {
  if (step === "minimum") return session.value?.shop.minimum_points != null;
  return step === "orders" ? set_up.orders || set_up.deliveries : set_up[step];
}

export function SetUp({ today }: { today: Today }) {
  const steps = (Object.keys(STEPS) as Step[]).map((step) => ({ step, ready: done(step, today) }));
  const missing = steps.filter(({ ready }) => !ready).length;
  if (missing === 0) return null;
  return (
    <section class="card" aria-labelledby="set-up-title">
      <div class="card-head"><h2 id="set-up-title">{t("set-up-title")}</h2><span class="quiet">{t("set-up-count", { done: steps.length - missing, all: steps.length })}</span></div>
      <ul class="set-up">
        {steps.map(({ step, ready }) => (
          <li data-ready={ready ? "true" : undefined}>
            <Icon name={ready ? "approved" : "step"} label={t(ready ? "set-up-done" : "set-up-missing")} />
            <div>
              <p>{!ready && parse(STEPS[step]).view !== "unknown" ? <a href={STEPS[step]}>{t(`set-up-${step}`)}</a> : t(`set-up-${step}`)}</p>
              {!ready && <p class="quiet">{t(`set-up-${step}-text`)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
