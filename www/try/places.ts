// Countries and currencies to choose from.

const COUNTRIES =
  "AD AE AL AM AR AT AU AZ BA BD BE BG BH BO BR BY CA CH CL CN CO CR CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KR KW KZ LB LI LK LT LU LV MA MC MD ME MG MK MT MU MX MY NG NI NL NO NP NZ OM PA PE PH PK PL PR PT PY QA RO RS RU SA SE SG SI SK SM SN SV TH TN TR TW TZ UA UG US UY UZ VA VE VN XK ZA";

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

export const countries: [code: string, name: string][] = COUNTRIES.split(" ")
  .map((code): [string, string] => [code, names.of(code) ?? code])
  .sort((a, b) => a[1].localeCompare(b[1], "en"));

export const currencies: string[] = Intl.supportedValuesOf("currency");

/** The country of a language's setting, where it says or implies one of ours; "" otherwise. */
export function regionOf(language: string): string {
  try {
    const region = new Intl.Locale(language).maximize().region ?? "";
    return countries.some(([code]) => code === region) ? region : "";
  } catch {
    return "";
  }
}
