// Every word of the page comes from a locale file; `t` is the only way to it. Only the words of one language are loaded.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { LANGUAGES } from "./languages"; // the addresses of the files: words are data, loaded beside the script

const KEY = "ordergate.language";

/** The language that was chosen in this browser, else the first of the reader's that there is, else English. */
function chosen(): string {
  const known = (tag: string): string | undefined => Object.keys(LANGUAGES).find((one) => one === tag || one.split("-")[0] === tag.split("-")[0]);
  try {
    const stored = localStorage.getItem(KEY);
    if (stored && stored in LANGUAGES) return stored;
  } catch {
    // storage switched off
  }
  return navigator.languages.map(known).find((one) => one !== undefined) ?? "en";
}

export const language = chosen();
document.documentElement.lang = language;

/** Numbers and dates follow the reader's region when it speaks the page's language. */
export const locale: string =
  navigator.languages.find((tag) => tag === language || tag.startsWith(`${language.split("-")[0]}-`)) ?? (language === "en" ? "en-GB" : language);

/** Chooses another language; the page is loaded again, as its numbers and times are in the old one. */
export function speak(to: string): void {
  localStorage.setItem(KEY, to);
  location.reload();
}

const bundle = new FluentBundle([locale, language], { useIsolating: false });

async function load(part: 0 | 1): Promise<void> {
  const address = LANGUAGES[language]?.words[part] ?? "";
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  bundle.addResource(new FluentResource(await response.text()));
}

/** The words of the shell and the first view are there; nothing can be said before. */
export const words: Promise<void> = load(0);

let more: Promise<void> | undefined;
/** All words are there: no view but the first can say anything before. What did not come is asked for again. */
export function allWords(): Promise<void> {
  more ??= load(1).catch((error: unknown) => {
    more = undefined;
    throw error;
  });
  return more;
}

export const has = (id: string): boolean => bundle.hasMessage(id);

/** The message `id`. Arguments that somebody else wrote go through `said` first. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args ?? null, []) : id;
}

/** The message `id`, or `otherwise` made readable when the server says a word that the page does not know yet. */
export const tOr = (id: string, otherwise: string): string => (has(id) ? t(id) : otherwise.replace(/[._]/g, " "));
