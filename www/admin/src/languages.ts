// The languages of the page, each in its own name, and where its words are.
import en from "../locales/en.ftl";
import it from "../locales/it.ftl";
import pl from "../locales/pl.ftl";
import ptBr from "../locales/pt-BR.ftl";
import tr from "../locales/tr.ftl";

export const LANGUAGES: Record<string, { name: string; address: string }> = {
  en: { name: "English", address: en },
  it: { name: "Italiano", address: it },
  pl: { name: "Polski", address: pl },
  "pt-BR": { name: "Português", address: ptBr },
  tr: { name: "Türkçe", address: tr },
};
