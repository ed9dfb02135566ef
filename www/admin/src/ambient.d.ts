// What the bundler turns into modules: locale files arrive as the addresses their words are loaded from, style sheets as nothing.
declare module "*.ftl" {
  /** The words of the first view, and the rest. */
  const addresses: readonly [string, string];
  export default addresses;
}
declare module "*.css";
