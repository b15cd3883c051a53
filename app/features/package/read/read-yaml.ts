import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { PackageProblem } from "./package-problem.ts";

type Path = readonly PropertyKey[];
export type LineOf = (path: Path) => number;

/** Plain English whatever the process has set, since authors read it in a terminal. */
const englishMessages = z.locales.en().localeError;

/**
 * Reads one YAML file through a schema. Gives its value with the line of any place in it, or nothing after
 * adding what is wrong, each with its line, to `problems`.
 */
export function readYaml<Schema extends z.ZodType>({
  text,
  file,
  schema,
  problems,
}: {
  text: string;
  file: string;
  schema: Schema;
  problems: PackageProblem[];
}): { value: z.output<Schema>; lineOf: LineOf } | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    problems.push(...document.errors.map(({ pos, message }) => ({ file, line: lineAt(pos[0]), reason: message })));
    return undefined;
  }
  const alias = findAlias(document);
  if (alias !== undefined) {
    problems.push({ file, line: lineAt(alias), reason: "aliases (*name) are not used in packages" });
    return undefined;
  }
  const lineOf: LineOf = (path) => lineAt(offsetOf(document.contents, path));
  const parsed = schema.safeParse(document.toJS(), { error: englishMessages });
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    for (const { path, message } of spread(issue)) {
      problems.push({ file, line: lineOf(path), reason: `${sayPath(path)} ${message}`.trim() });
    }
  }
  return undefined;
}

/** Aliases could make a small file unfold into an enormous value. */
function findAlias(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      found = start(node);
      return visit.BREAK;
    },
  });
  return found;
}

/** One problem for each key that does not belong; the rest as it is. */
function spread(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not known here" }));
  }
  if (issue.code === "invalid_type" && issue.input === undefined && /received undefined/.test(issue.message)) {
    return [{ path: issue.path, message: "is missing" }];
  }
  return [{ path: issue.path, message: lowerFirst(issue.message) }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function sayPath(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key + 1}]` : `${index ? "." : ""}${String(key)}`))
    .join("");
}

/** Where the last part of the path that exists begins: at its key, or at its item. */
function offsetOf(root: unknown, path: Path): number {
  let node: unknown = root;
  let offset = start(root);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(key));
      if (!pair) return offset;
      offset = start(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof key === "number") {
      node = node.items[key];
      if (node === undefined) return offset;
      offset = start(node);
    } else return offset;
  }
  return offset;
}

function start(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
