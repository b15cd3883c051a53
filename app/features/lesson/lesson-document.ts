import { z } from "zod";
import { onOneLine } from "./blocks/lesson-attributes.ts";
import type { LessonNodeType } from "./blocks/lesson-block.ts";
import { lessonBlocks, lessonSchema, markTypes, nodeTypes } from "./blocks/registry.ts";
import { canonicalRun } from "./canonical-run.ts";
import { type LessonMark, type LessonNode, nodeShape } from "./lesson-node.ts";

const MAX_DEPTH = 24;
const MAX_NODES = 20_000;

type Report = (path: PropertyKey[], message: string) => void;

/** False for what is too deep or too large to be walked by recursion. */
function isWalkable(value: unknown): boolean {
  let level: unknown[] = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > MAX_DEPTH || count > MAX_NODES) return false;
    level = level.flatMap((node) =>
      typeof node === "object" && node !== null && "content" in node && Array.isArray(node.content) ? node.content : [],
    );
  }
  return true;
}

function parseMark(mark: LessonMark, path: PropertyKey[], report: Report): LessonMark | null {
  const known = markTypes.get(mark.type);
  const attrs = known?.attributes.safeParse(mark.attrs ?? {});
  if (attrs?.success)
    return Object.keys(attrs.data).length > 0 ? { type: mark.type, attrs: attrs.data } : { type: mark.type };
  report(path, known ? `${mark.type}: ${attrs?.error?.issues[0]?.message}` : `There is no mark called ${mark.type}.`);
  return null;
}

function parseNode(node: LessonNode, path: PropertyKey[], report: Report): LessonNode | null {
  const known = nodeTypes.get(node.type);
  if (!known) {
    report(path, `There is no block called ${node.type}.`);
    return null;
  }
  const attrs = known.attributes.safeParse(node.attrs ?? {});
  if (!attrs.success) {
    for (const issue of attrs.error.issues) report([...path, "attrs", ...issue.path], `${node.type}: ${issue.message}`);
    return null;
  }
  const children = (node.content ?? []).flatMap(
    (child, index) => parseNode(child, [...path, "content", index], report) ?? [],
  );
  const marks = (node.marks ?? []).flatMap((mark, index) => parseMark(mark, [...path, "marks", index], report) ?? []);
  const content = lessonSchema.nodes[node.type]?.inlineContent ? canonicalRun(children) : filled(known, children);
  const parsed: LessonNode = { type: node.type };
  if (Object.keys(attrs.data).length > 0) parsed.attrs = attrs.data;
  if (content.length > 0) parsed.content = content;
  if (marks.length > 0) parsed.marks = marks;
  if (node.text !== undefined) parsed.text = onOneLine(node.text);
  const wrong = isKept(parsed) && known.check?.(parsed);
  if (wrong) report(path, wrong);
  return parsed;
}

const emptyParagraph = (): LessonNode => ({ type: "paragraph", attrs: { lang: null, dir: null } });

/** The children that say something; where a node must hold a paragraph and none is written yet, an empty one. */
function filled({ fillWhenEmpty }: LessonNodeType, children: LessonNode[]): LessonNode[] {
  const kept = children.filter(isKept);
  const written = kept.some(({ type }) => type !== "footnotes");
  return fillWhenEmpty && !written ? [emptyParagraph(), ...kept] : kept;
}

function isKept(node: LessonNode): boolean {
  return !nodeTypes.get(node.type)?.dropWhenEmpty || (node.content ?? []).length > 0;
}

function checkGrammar(document: LessonNode, report: Report): void {
  try {
    lessonSchema.nodeFromJSON(document).check();
  } catch (error) {
    // ProseMirror says what stands where it may not by a RangeError alone.
    if (!(error instanceof RangeError)) throw error;
    report([], error.message);
  }
}

/** What its blocks ask of a document as a whole, such as notes in the order of the text. */
export function arrangeDocument(document: LessonNode): LessonNode {
  return lessonBlocks.reduce((current, block) => block.arrange?.(current) ?? current, document);
}

/**
 * One block at the top of a document in its canonical form: none where it says nothing, undefined where it is not one
 * of `lessonDocumentSchema`.
 */
export function canonicalBlock(block: LessonNode): LessonNode[] | undefined {
  let failed = !isWalkable(block);
  const report: Report = () => {
    failed = true;
  };
  const parsed = failed ? null : parseNode(block, [], report);
  if (failed || !parsed) return undefined;
  if (!isKept(parsed)) return [];
  const text = parsed.type === "footnotes" ? [emptyParagraph()] : [];
  checkGrammar({ type: "doc", content: [...text, parsed] }, report);
  return failed ? undefined : [parsed];
}

function parseDocument(shape: LessonNode, report: Report): LessonNode | null {
  if (shape.type !== "doc") {
    report([], "A lesson is a doc.");
    return null;
  }
  const parsed = parseNode(shape, [], report);
  if (!parsed) return null;
  const document = arrangeDocument(parsed);
  checkGrammar(document, report);
  return document;
}

/**
 * A lesson's text as TipTap JSON. Known nodes, marks and attributes alone, each where its parent may hold it; answers
 * the document in its one canonical form (every attribute said, like runs joined, empty paragraphs gone). It may be
 * unfinished: what a release still asks of it is said by `documentProblems`.
 */
export const lessonDocumentSchema = z.unknown().transform((value, context): LessonNode => {
  let failed = false;
  const report: Report = (path, message) => {
    failed = true;
    context.addIssue({ code: "custom", path, message });
  };
  if (!isWalkable(value)) {
    report([], "The document is too large.");
    return z.NEVER;
  }
  const shape = nodeShape.safeParse(value);
  if (!shape.success) {
    for (const issue of shape.error.issues) report(issue.path, issue.message);
    return z.NEVER;
  }
  const document = parseDocument(shape.data, report);
  return failed || document === null ? z.NEVER : document;
});

export type LessonDocument = z.output<typeof lessonDocumentSchema>;
