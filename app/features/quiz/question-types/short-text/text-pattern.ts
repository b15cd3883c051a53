import { normaliseText, type TextRule } from "./normalise-text.ts";

/** Any run of letters, or one of some texts. */
type Token = "any" | string[];

const MOST_TOKENS = 60;
const MOST_ALTERNATIVES = 20;

/** Letters, `\` before one that would mean something else, `{…|…}`, `*`; what is none of these is an open brace. */
const PIECE = /\\(?<escaped>.)|(?<any>\*+)|\{(?<choice>[^{}]*)\}|(?<plain>[^\\*{}])/gsu;

/**
 * Reads a pattern: `*` is any run of letters, none included; `{a|b}` one of those that stand there, which may be
 * empty; `\` takes the next letter as it is. Null where it is no pattern, or a larger one than is matched.
 */
export function readPattern(pattern: string): Token[] | null {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of pattern.matchAll(PIECE)) {
    if (found.index !== end) return null;
    end = found.index + found[0].length;
    const { escaped, any, choice, plain } = found.groups ?? {};
    const last = tokens.at(-1);
    const letter = escaped ?? plain;
    if (any !== undefined) tokens.push("any");
    else if (choice !== undefined) tokens.push(choice.split("|"));
    else if (Array.isArray(last) && last.length === 1) tokens[tokens.length - 1] = [`${last[0]}${letter}`];
    else tokens.push([letter ?? ""]);
  }
  const tooLarge = tokens.some((token) => token !== "any" && token.length > MOST_ALTERNATIVES);
  return end !== pattern.length || tooLarge || tokens.length > MOST_TOKENS ? null : tokens;
}

/**
 * The places in `text` where what came so far may end. Each token walks the text once, so that no pattern takes longer
 * than its tokens times the letters of the text.
 */
function step(text: string, ends: ReadonlySet<number>, token: Token): Set<number> {
  const next = new Set<number>();
  if (token === "any") {
    const first = Math.min(...ends);
    for (let end = first; end <= text.length; end++) next.add(end);
    return ends.size > 0 ? next : new Set();
  }
  for (const end of ends) {
    for (const choice of token) if (text.startsWith(choice, end)) next.add(end + choice.length);
  }
  return next;
}

/** Whether the whole of a text, as it is compared, is what the pattern says. */
export function matchesPattern(tokens: readonly Token[], text: string, strict: readonly TextRule[]): boolean {
  const same = normaliseText(text, strict);
  const comparable = tokens.map((token) =>
    token === "any" ? token : token.map((choice) => normaliseText(choice, strict, "keep")),
  );
  // A space beside "*" at an end of the pattern asks for nothing when there is no run.
  return [same, ` ${same}`, `${same} `, ` ${same} `].some((whole) => {
    const ends = comparable.reduce<Set<number>>((found, token) => step(whole, found, token), new Set([0]));
    return ends.has(whole.length);
  });
}

/** The shortest text that the pattern names outright. */
export function exampleOf(tokens: readonly Token[]): string {
  const text = tokens.map((token) => (token === "any" ? "" : (token[0] ?? ""))).join("");
  return text.replace(/\s+/g, " ").trim();
}
