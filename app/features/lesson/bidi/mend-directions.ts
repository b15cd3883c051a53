import type { Locale } from "#app/platform/i18n/locales.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import type { LessonNode } from "../lesson-node.ts";
import type { Direction } from "./display-order.ts";
import { type DirectionFinding, lintNode, nodeAt, nodesWithBase } from "./lint-directions.ts";
import type { Edit } from "./lint-run.ts";

type Finding = Omit<DirectionFinding, "path">;

// Each mending takes a finding away; the bound only says so to a reader of the loop.
const MOST_MENDINGS = 2_000;

/** The letters after all edits, and where a place went. */
function edited(text: string, edits: readonly Edit[]): { text: string; place: (at: number) => number } {
  const inOrder = [...edits].sort((a, b) => b.from - a.from);
  return {
    text: inOrder.reduce((letters, edit) => letters.slice(0, edit.from) + edit.text + letters.slice(edit.to), text),
    place: (at) =>
      edits.reduce(
        (now, edit) => (edit.from < at ? now + edit.text.length - (Math.min(at, edit.to) - edit.from) : now),
        at,
      ),
  };
}

function editRun(content: readonly LessonNode[], edits: readonly Edit[]): LessonNode[] {
  let at = 0;
  return content.map((child) => {
    const from = at;
    const length = child.text?.length ?? 1;
    at += length;
    if (child.text === undefined) return child;
    const own = edits.flatMap((edit) => {
      const [start, end] = [Math.max(edit.from, from), Math.min(edit.to, from + length)];
      if (start >= end) return [];
      // A replacement is as long as what it replaces, or empty: each run takes its own share.
      return [{ from: start - from, to: end - from, text: edit.text.slice(start - edit.from, end - edit.from) }];
    });
    return { ...child, text: edited(child.text, own).text };
  });
}

/** Puts a range of a run into a direction of its own, but for what is already in a language. */
function isolateRun(
  content: readonly LessonNode[],
  range: { from: number; to: number; direction: Direction },
): LessonNode[] {
  const mark = { type: "language", attrs: { lang: null, dir: range.direction } };
  let at = 0;
  return content.flatMap((child) => {
    const from = at;
    const { text } = child;
    at += text?.length ?? 1;
    const [start, end] = [Math.max(range.from - from, 0), Math.min(range.to, at) - from];
    if (text === undefined || start >= end || child.marks?.some(({ type }) => type === "language" || type === "code"))
      return [child];
    const inside = { ...child, text: text.slice(start, end), marks: [...(child.marks ?? []), mark] };
    return [{ ...child, text: text.slice(0, start) }, inside, { ...child, text: text.slice(end) }].filter(
      (part) => part.text !== "",
    );
  });
}

function mendNode(node: LessonNode, finding: Finding): LessonNode {
  const { attribute, direction, edits, isolate, from, to } = finding;
  if (attribute !== null) {
    const text = edited(String(node.attrs?.[attribute] ?? ""), edits).text;
    return { ...node, attrs: { ...node.attrs, [attribute]: text } };
  }
  if (direction) return { ...node, attrs: { ...node.attrs, dir: direction } };
  const content = editRun(node.content ?? [], edits);
  if (!isolate) return { ...node, content };
  const { place } = edited("", edits);
  return { ...node, content: isolateRun(content, { from: place(from), to: place(to), direction: isolate }) };
}

function replaceAt(node: LessonNode, path: readonly number[], change: (node: LessonNode) => LessonNode): LessonNode {
  const [first, ...rest] = path;
  const child = first === undefined ? undefined : node.content?.[first];
  if (first === undefined) return change(node);
  return child ? { ...node, content: node.content?.with(first, replaceAt(child, rest, change)) } : node;
}

/** A document in which one finding is mended, in canonical form. Throws where the finding is of another document. */
export function mendDirection(document: LessonNode, finding: DirectionFinding): LessonNode {
  return lessonDocumentSchema.parse(replaceAt(document, finding.path, (node) => mendNode(node, finding)));
}

/** A document in which everything that can be mended is mended, in canonical form. */
export function mendDirections({ document, locale }: { document: LessonNode; locale: Locale }): LessonNode {
  const paths = [...nodesWithBase(document, { locale })].map(({ path }) => path);
  const mended = paths.reduce((current, path) => mendWholeNode(current, { path, locale }), document);
  return lessonDocumentSchema.parse(mended);
}

function mendWholeNode(document: LessonNode, { path, locale }: { path: number[]; locale: Locale }): LessonNode {
  let current = document;
  for (let times = 0; times < MOST_MENDINGS; times += 1) {
    const found = nodeAt(current, { path, locale });
    if (!found) break;
    const before = JSON.stringify(found.node);
    const next = lintNode(found.node, found.base)
      .map((finding) => mendNode(found.node, finding))
      .find((node) => JSON.stringify(node) !== before);
    if (!next) break;
    current = replaceAt(current, path, () => next);
  }
  return current;
}
