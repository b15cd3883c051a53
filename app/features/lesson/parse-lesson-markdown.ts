import type { FootnoteDefinition, Nodes, Root } from "mdast";
import { documentProblems } from "./document-problems.ts";
import { emptyDocument } from "./empty-document.ts";
import { type LessonFrontMatter, readFrontMatter } from "./front-matter.ts";
import { type LessonDocument, lessonDocumentSchema } from "./lesson-document.ts";
import type { LessonNode } from "./lesson-node.ts";
import { findExcess } from "./markdown-bounds.ts";
import { readMarkdown } from "./markdown-syntax.ts";
import { openReading } from "./read-blocks.ts";
import type { LessonProblem, LessonReferences, ReadContext } from "./read-context.ts";

export type ParsedLesson =
  | { ok: true; frontMatter: LessonFrontMatter; document: LessonDocument; references: LessonReferences }
  | { ok: false; problems: LessonProblem[] };

function nodesBelow(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesBelow) : [])];
}

function readNotes(definitions: FootnoteDefinition[], root: Root, context: ReadContext): LessonNode[] {
  const referred = new Set(
    nodesBelow(root).flatMap((node) => (node.type === "footnoteReference" ? node.identifier : [])),
  );
  const seen = new Set<string>();
  const notes: FootnoteDefinition[] = [];
  for (const definition of definitions) {
    if (!referred.has(definition.identifier)) {
      context.report(definition, "footnote", `Nothing refers to note ${definition.label}.`);
    } else if (seen.has(definition.identifier)) {
      context.report(definition, "footnote", `Note ${definition.label} stands twice.`);
    } else {
      notes.push(definition);
    }
    seen.add(definition.identifier);
  }
  if (notes.length === 0) return [];
  const content = context.blocks({ type: "root", children: notes }, "footnotes");
  return [{ type: "footnotes", content }];
}

function readBody(root: Root, context: ReadContext): LessonNode {
  const definitions = root.children.filter((node) => node.type === "footnoteDefinition");
  const others = root.children.filter((node) => node.type !== "footnoteDefinition");
  if (others.length === 0) context.report(root, "emptyBlock", "The lesson is empty.");
  const content = context.blocks({ type: "root", children: others }, "doc");
  return { type: "doc", content: [...content, ...readNotes(definitions, root, context)] };
}

/**
 * Reads a lesson's file in the format of docs/author.md. Answers the document with everything that it points at, or
 * all that is wrong, in the order of the file's lines. `path` is repeated in each problem. Where it `mayBeEmpty`, one
 * without a text is a lesson that is still to be written.
 */
export function parseLessonMarkdown({
  markdown,
  path,
  mayBeEmpty = false,
}: {
  markdown: string;
  path: string;
  mayBeEmpty?: boolean;
}): ParsedLesson {
  const file = markdown.replace(/^\uFEFF/, "");
  const { frontMatter, body, problems: frontProblems } = readFrontMatter(file);
  const excess = findExcess(body);
  if (excess) return { ok: false, problems: [{ path, code: "tooDense", ...excess }] };
  const { context, problems, references } = openReading({ path, source: body });
  for (const problem of frontProblems) problems.push({ path, code: "frontMatter", ...problem });
  const unwritten = mayBeEmpty && body.trim() === "";
  const document = unwritten ? emptyDocument : readBody(readMarkdown(body), context);
  if (problems.length > 0 || !frontMatter) {
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  }
  if (unwritten) return { ok: true, frontMatter, document: lessonDocumentSchema.parse(document), references };
  const checked = checkDocument(document, path);
  return checked.ok ? { ok: true, frontMatter, document: checked.document, references } : checked;
}

export type ParsedPassage =
  | { ok: true; document: LessonDocument; references: LessonReferences }
  | { ok: false; problems: LessonProblem[] };

/** Reads Markdown that stands alone, such as what a question asks: as a lesson's, without front matter. */
export function parsePassage({ markdown, path }: { markdown: string; path: string }): ParsedPassage {
  const excess = findExcess(markdown);
  if (excess) return { ok: false, problems: [{ path, code: "tooDense", ...excess }] };
  const { context, problems, references } = openReading({ path, source: markdown });
  const document = readBody(readMarkdown(markdown), context);
  // Neither has a place of its own beside a question: no list of works, and nobody to answer.
  for (const { line } of [...references.works, ...references.questions])
    problems.push({
      path,
      line,
      code: "nestedWrongly",
      reason: "Citations and questions stand in a lesson's text alone.",
    });
  if (problems.length > 0) return { ok: false, problems };
  const checked = checkDocument(document, path);
  return checked.ok ? { ...checked, references } : checked;
}

function checkDocument(document: LessonNode, path: string) {
  const parsed = lessonDocumentSchema.safeParse(document);
  const reasons = parsed.success
    ? documentProblems(parsed.data).map(({ reason }) => reason)
    : parsed.error.issues.map(({ message }) => message);
  if (parsed.success && reasons.length === 0) return { ok: true as const, document: parsed.data };
  return { ok: false as const, problems: reasons.map((reason) => ({ path, line: 1, code: "text" as const, reason })) };
}
