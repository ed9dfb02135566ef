// What the bundler turns into modules: locale files arrive as the address they are loaded from, style sheets as nothing.
declare module "*.ftl" {
  const address: string;
  export default address;
}
declare module "*.css";
