// Rule text with its words told apart, and what is wrong in it underlined.
import "./text.css";

const TOKEN = /"(?:[^"\\]|\\.)*"?|[A-Za-z_][\w.]*|\d+(?:\.\d+)?|[<>=!?]+|\s+|./gsu;
const WORDS = /^(and|or|not|in|any|all|count|sum|exists|contains|starts_with|ends_with|true|false)$/;

const look = (token: string): string | undefined =>
  WORDS.test(token) ? "rule-word" : token.startsWith('"') ? "rule-string" : /^\d/.test(token) ? "rule-number" : undefined;

export type Flaw = { at: number; end: number; message: string; instead: string | null };

export function RuleText({ text, flaws = [] }: { text: string; flaws?: readonly Flaw[] }) {
  const parts: { token: string; at: number }[] = [...text.matchAll(TOKEN)].map((found) => ({ token: found[0], at: found.index }));
  const isFlawed = (at: number, end: number): boolean => flaws.some((flaw) => flaw.at < end && at < flaw.end);
  return (
    <code class="rule-text">
      {parts.map(({ token, at }) => {
        const name = [look(token), isFlawed(at, at + token.length) ? "rule-flaw" : ""].filter(Boolean).join(" ");
        return name ? <span class={name}>{token}</span> : token;
      })}
      {flaws.some(({ at }) => at >= text.length) && <span class="rule-flaw"> </span>}
    </code>
  );
}

/** What the server says of a text, `rule x: line 1, column 19: …`, by where it stands. */
export function flawsOf(text: string, said: string): Flaw[] {
  return said.split("\n").filter(Boolean).map((one) => {
    const found = /(?:^|: )line (\d+), column (\d+): (.*)$/s.exec(one);
    if (!found) return { at: 0, end: 0, message: one, instead: null };
    const lines = text.split("\n");
    const line = Number(found[1]) - 1;
    const before = lines.slice(0, line).reduce((sum, earlier) => sum + earlier.length + 1, 0);
    const at = before + [...(lines[line] ?? "")].slice(0, Number(found[2]) - 1).join("").length;
    const token = text.slice(at).match(TOKEN)?.[0] ?? "";
    return { at, end: at + Math.max(token.length, 1), message: found[3] ?? "", instead: /did you mean `([^`]+)`/.exec(found[3] ?? "")?.[1] ?? null };
  });
}
