// The npm package's entry for pages.
export { start } from "./start";
