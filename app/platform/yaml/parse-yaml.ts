import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from "yaml";

type Path = readonly PropertyKey[];

/** The line of a place in a document, counted from 1: of the last part of the path that there is. */
export type LineOf = (path: Path) => number;

export type YamlProblem = { line: number; reason: string };

/**
 * Reads one YAML document. `problems` are those of its writing; `value` is what can be read in spite of them, and is
 * to be trusted only where no problem lies. Aliases are refused whole (`value` is then undefined), since they can make
 * a small file unfold into an enormous value. Throws where what is in it lies deeper than can be read.
 */
export function parseYaml(text: string): { value: unknown; problems: YamlProblem[]; lineOf: LineOf } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const lineOf: LineOf = (path) => lineAt(offsetOf(document.contents, path));
  const problems = document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), reason: message }));
  const alias = findAlias(document);
  if (alias === undefined) return { value: document.toJS(), problems, lineOf };
  const refusal = { line: lineAt(alias), reason: "aliases (*name) are not taken" };
  return { value: undefined, problems: [...problems, refusal], lineOf };
}

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
