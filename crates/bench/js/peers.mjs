// Rule engines for JavaScript. A rule is {number, amount, countries, domain}; a peer says which fire for an order.
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

function read(order) {
  const { billing, shipping } = order;
  return {
    amount: Math.round(Number(order.total) * 100),
    country: billing.country,
    domain: order.email.slice(order.email.lastIndexOf("@") + 1),
    differs: Object.keys(billing).some((field) => billing[field] !== shipping[field]),
  };
}

function jsonLogic(rules) {
  const logic = load("json-logic-js");
  const conditions = rules.map(({ number, amount, countries, domain }) => ({
    number,
    when: {
      and: [
        { ">": [{ var: "amount" }, amount] },
        { in: [{ var: "country" }, countries] },
        { or: [{ "==": [{ var: "domain" }, domain] }, { var: "differs" }] },
      ],
    },
  }));
  return (order) => {
    const facts = read(order);
    return conditions.filter(({ when }) => logic.apply(when, facts)).map(({ number }) => number);
  };
}

function jsonRulesEngine(rules) {
  const { Engine } = load("json-rules-engine");
  const engine = new Engine();
  for (const { number, amount, countries, domain } of rules) {
    engine.addRule({
      conditions: {
        all: [
          { fact: "amount", operator: "greaterThan", value: amount },
          { fact: "country", operator: "in", value: countries },
          { any: [{ fact: "domain", operator: "equal", value: domain }, { fact: "differs", operator: "equal", value: true }] },
        ],
      },
      event: { type: String(number) },
    });
  }
  return async (order) => (await engine.run(read(order))).events.map(({ type }) => Number(type));
}

/** Conditions as closures, written by hand: what JavaScript can do without an engine. */
function closures(rules) {
  const tests = rules.map(({ number, amount, countries, domain }) => ({
    number,
    holds: (facts) => facts.amount > amount && countries.includes(facts.country) && (facts.domain === domain || facts.differs),
  }));
  return (order) => {
    const facts = read(order);
    return tests.filter(({ holds }) => holds(facts)).map(({ number }) => number);
  };
}

const makers = { "hand-written closures": closures, "json-logic-js 2.0.5": jsonLogic, "json-rules-engine 7.3.1": jsonRulesEngine };
export const javascriptPeer = (name, rules) => makers[name](rules);
