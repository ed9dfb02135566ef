// Every word of the page comes from a locale file; `t` is the only way to it.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import en from "../locales/en.ftl"; // the address of the file: words are data, loaded beside the script

export const language = "en";

/** Numbers and dates follow the reader's region when it speaks the page's language. */
export const locale: string =
  navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? "en-GB";

const bundle = new FluentBundle([locale, language], { useIsolating: false });

async function load(): Promise<void> {
  const response = await fetch(en);
  if (!response.ok) throw new Error(`${en}: ${response.status}`);
  bundle.addResource(new FluentResource(await response.text()));
}

/** The words are there; nothing can be said before. */
export const words: Promise<void> = load();

export const has = (id: string): boolean => bundle.hasMessage(id);

/** The message `id`. Arguments that somebody else wrote go through `said` first. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args ?? null, []) : id;
}

/** The message `id`, or `otherwise` made readable when the server says a word that the page does not know yet. */
export const tOr = (id: string, otherwise: string): string => (has(id) ? t(id) : otherwise.replace(/[._]/g, " "));
