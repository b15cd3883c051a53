/** Deeper than any credential is. */
const MOST_LEVELS = 16;

const token = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|([^\s{}[\],:"]+))/y;

type Level = { keys: Set<string> | undefined; expectsKey: boolean };

/**
 * Reads JSON that everybody reads alike. Undefined for what is no JSON, and for what programs take in different ways: a
 * key that stands twice in one object, halves of characters, and nesting without end.
 */
export function parseStrictJson(text: string): unknown {
  if (!isUnambiguous(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Walks over the text once, without recursion; whether it is JSON at all is left to the parser. */
function isUnambiguous(text: string): boolean {
  const levels: Level[] = [];
  token.lastIndex = 0;
  for (;;) {
    const found = token.exec(text);
    if (!found) return levels.length === 0;
    const [, mark, string] = found;
    const level = levels.at(-1);
    if (mark === "{" || mark === "[") {
      levels.push({ keys: mark === "{" ? new Set() : undefined, expectsKey: true });
      if (levels.length > MOST_LEVELS) return false;
    } else if (mark === "}" || mark === "]") levels.pop();
    else if (mark === ",") {
      if (level) level.expectsKey = true;
    } else if (mark === ":") {
      if (level) level.expectsKey = false;
    } else if (string !== undefined && !isPlain(string, level)) return false;
  }
}

function isPlain(string: string, level: Level | undefined): boolean {
  const value = readString(string);
  if (value === undefined || !value.isWellFormed()) return false;
  if (!level?.keys || !level.expectsKey) return true;
  if (level.keys.has(value)) return false;
  level.keys.add(value);
  return true;
}

function readString(string: string): string | undefined {
  try {
    return String(JSON.parse(string));
  } catch {
    return undefined;
  }
}
