// The languages of the page, each in its own name, and where its words are: those of the first view, and the rest.
import en from "../locales/en.ftl";
import it from "../locales/it.ftl";
import pl from "../locales/pl.ftl";
import ptBr from "../locales/pt-BR.ftl";
import tr from "../locales/tr.ftl";

export const LANGUAGES: Record<string, { name: string; words: readonly [string, string] }> = {
  en: { name: "English", words: en },
  it: { name: "Italiano", words: it },
  pl: { name: "Polski", words: pl },
  "pt-BR": { name: "Português", words: ptBr },
  tr: { name: "Türkçe", words: tr },
};
