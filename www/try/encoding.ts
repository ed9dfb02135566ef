// A file's bytes as UTF-8, which is what the engine reads.

/** Encodings that can be chosen, as browsers name them. */
export const ENCODINGS: Record<string, string> = {
  "utf-8": "UTF-8",
  "windows-1250": "Windows-1250, Central Europe",
  "windows-1252": "Windows-1252, Western Europe",
  "windows-1254": "Windows-1254, Turkish",
  "iso-8859-2": "ISO 8859-2, Central Europe",
  "utf-16le": "UTF-16",
};

/** What spreadsheets write where a language is spoken, when they do not write UTF-8. */
const BY_LANGUAGE: Record<string, string> = { pl: "windows-1250", cs: "windows-1250", sk: "windows-1250", hu: "windows-1250", ro: "windows-1250", hr: "windows-1250", sl: "windows-1250", tr: "windows-1254" };

/** The bytes as UTF-8 and how they were encoded: as somebody says, else by the file's mark, else UTF-8 where that can be, else by the reader's language. */
export function utf8(bytes: Uint8Array<ArrayBuffer>, said: string | null, language: string): { bytes: Uint8Array<ArrayBuffer>; encoding: string } {
  const encoding = said ?? marked(bytes) ?? (isUtf8(bytes) ? "utf-8" : (BY_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? "windows-1252"));
  if (encoding === "utf-8") return { bytes, encoding };
  return { bytes: new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)), encoding };
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
