// The languages of the page, each in its own name, and where its words are.
import en from "../locales/en.ftl";

export const LANGUAGES: Record<string, { name: string; address: string }> = {
  en: { name: "English", address: en },
};
