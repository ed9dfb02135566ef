// The engine for the shop's own side; node.js and workers.js beside this file load its module.
import { Screener as Core } from "./screening.js";

const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));

export class Screener {
  #core;

  constructor(core) {
    this.#core = core;
  }

  static fromSnapshot(bytes) {
    return new Screener(Core.fromSnapshot(bytes));
  }

  static fromDraft(draft) {
    return new Screener(Core.fromDraft(text(draft)));
  }

  check(order, facts, now) {
    return JSON.parse(this.checkText(order, facts, now));
  }

  checkText(order, facts = "{}", now = new Date()) {
    return this.#core.check(text(order), text(facts), now instanceof Date ? now.toISOString() : now);
  }
}
