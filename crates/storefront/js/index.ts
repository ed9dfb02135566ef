// The npm package's entry for pages.
import type * as declared from "./types/index";
import { start as begin } from "./start";

/** The types that are published are those of what runs. */
export const start: typeof declared.start = begin;
