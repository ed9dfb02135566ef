// What the bundler turns into modules: locale files arrive as text, style sheets as nothing.
declare module "*.ftl" {
  const text: string;
  export default text;
}
declare module "*.css";
