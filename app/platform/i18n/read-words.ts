import type { FormatChoice } from "./format.ts";
import { messageFormats } from "./message-formats.ts";

export type MessageTree = { [key: string]: string | MessageTree };

/** The words for a message key, filled with values; `file:key` names a key of another file. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** One language's words, file by file. */
export type Words = { language: string; of: (file: string) => Translate };

function find(tree: MessageTree | string | undefined, path: string): string | undefined {
  let found = tree;
  for (const step of path.split(".")) found = typeof found === "object" ? found[step] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** Endings of a counted message, the fittest first. */
function endingsFor(count: unknown, rules: Intl.PluralRules): string[] {
  if (typeof count !== "number") return [""];
  return [...(count === 0 ? ["_zero"] : []), `_${rules.select(count)}`, ""];
}

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*(?:,\s*(\w+)\s*)?\}\}/g;

/**
 * Reads messages as i18next writes them, as far as ours go: keys with dots, plural endings, `{{value}}` and
 * `{{value, format}}`. The browser carries this in the place of i18next, which is fifty times as large; the server
 * works with i18next, and a test holds both to the same words.
 */
export function readWords({
  messages,
  ...choice
}: Pick<FormatChoice, "locale" | "digits"> & { messages: MessageTree }): Words {
  const rules = new Intl.PluralRules(choice.locale);
  const formats = messageFormats(choice);
  const fill = (text: string, values: Record<string, unknown>) =>
    text.replace(PLACEHOLDER, (placeholder, name: string, format: string | undefined) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return (format && formats.get(format)?.(Number(value))) ?? String(value ?? "");
    });
  const translate = (file: string, key: string, values: Record<string, unknown> = {}) => {
    const path = key.slice(key.indexOf(":") + 1);
    const tree = messages[path === key ? file : key.slice(0, key.indexOf(":"))];
    for (const ending of endingsFor(values.count, rules)) {
      const text = find(tree, path + ending);
      if (text !== undefined) return fill(text, values);
    }
    return path;
  };
  return { language: choice.locale, of: (file) => (key, values) => translate(file, key, values) };
}
