import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import type { z } from "zod";
import { lessonBlocks, lessonSchema } from "./blocks/registry.ts";
import { type LessonMark, type LessonNode, sameMark } from "./lesson-node.ts";
import type { LessonProblem, LessonProblemCode, LessonReferences, ReadContext } from "./read-context.ts";

type Parent = Extract<Nodes, { children: unknown[] }>;

const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

/** The letters of the file that a node was read from. */
function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

const STRAY_STAR = /(?<!\\)(?:\\\\)*\*[^\s*]|(?<![\s\\*])\*(?=\*|\s|$)/;
const STRAY_FENCE = /^[ \t>]*:{2,}/m;

/** What stands before a node on the line where it begins. */
function lineStart(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0;
  return source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
}

function nameOf(node: Nodes): string {
  return "name" in node && typeof node.name === "string" ? node.name : node.type;
}

/** Makes the context with which the blocks read one file. Everything wrong with the file gathers in `problems`. */
export function openReading({ path, source }: { path: string; source: string }) {
  const problems: LessonProblem[] = [];
  const references: LessonReferences = { media: [], lessons: [], courses: [] };

  const report = (at: Nodes, code: LessonProblemCode, reason: string) => {
    problems.push({ path, line: lineOf(at), code, reason });
  };

  function refuse(node: Nodes): null {
    if (node.type === "html") report(node, "rawHtml", "Raw HTML is refused.");
    else if (node.type.endsWith("Directive")) report(node, "unknownBlock", `There is no block called ${nameOf(node)}.`);
    else if (node.type === "image" || node.type === "imageReference")
      report(node, "unsupported", "A picture stands in a figure block, with its credit and licence.");
    else if (node.type === "linkReference" || node.type === "definition")
      report(node, "unsupported", "Write the address of a link in place: [text](https://…).");
    else report(node, "unsupported", `${node.type} is not one of the blocks of a lesson.`);
    return null;
  }

  /** What reads like a broken note or block is far likelier a slip than meant. */
  function checkLetters(node: Nodes): void {
    const letters = sourceOf(node, source);
    const note = /(?<!\\)(?:\\\\)*\[\^([^\]\s]+)\]/.exec(letters);
    if (note) report(node, "footnote", `Note ${note[1]} has no text.`);
    if (STRAY_STAR.test(letters))
      report(node, "text", "A star emphasises nothing here: put the stars at the ends of words, or write \\*.");
    if (STRAY_FENCE.test(lineStart(node, source) + letters))
      report(node, "unclosedBlock", "A line of colons begins or ends no block.");
    if (/(?<!\\):[a-z]+\[[^\]]*\]\{/.test(letters))
      report(node, "unknownBlock", "Inside a line there is :span[…]{lang=…} alone.");
  }

  function readOne(node: Nodes, context: ReadContext): LessonNode | null {
    for (const block of lessonBlocks) {
      const read = block.readBlock?.(node, context);
      if (read !== undefined) return read;
    }
    return refuse(node);
  }

  function checkDirective(node: Nodes): void {
    if (node.type !== "containerDirective") return;
    if (!node.data?.position?.closing) report(node, "unclosedBlock", `The block ${node.name} is not closed.`);
    const [first] = node.children;
    if (first?.type === "paragraph" && first.data?.directiveLabel)
      report(node, "unknownAttribute", "A block has no [label]; write title=….");
  }

  function blocks(node: Parent, parent: string): LessonNode[] {
    let grammar = lessonSchema.nodes[parent]?.contentMatch ?? null;
    const kept: LessonNode[] = [];
    for (const child of node.children) {
      checkDirective(child);
      const read = readOne(child, context);
      if (!read) continue;
      const type = lessonSchema.nodes[read.type];
      const next = type && grammar ? grammar.matchType(type) : null;
      if (next) {
        grammar = next;
        kept.push(read);
      } else {
        report(child, "nestedWrongly", `${read.type} cannot stand here in ${parent}.`);
      }
    }
    return kept;
  }

  function flatten(node: PhrasingContent, marks: LessonMark[]): LessonNode[] {
    if (node.type === "text") checkLetters(node);
    for (const block of lessonBlocks) {
      const read = block.readInline?.(node, context);
      if (read) return read.map((leaf) => ({ ...leaf, marks: [...marks, ...(leaf.marks ?? [])] }));
      const mark = block.readMark?.(node, context);
      if (mark === undefined || !("children" in node)) continue;
      if (mark && marks.some((outer) => outer.type === mark.type && !sameMark(outer, mark)))
        report(node, "nestedWrongly", `A ${mark.type} stands in another.`);
      const worn = mark && !marks.some((outer) => outer.type === mark.type) ? [...marks, mark] : marks;
      return node.children.flatMap((child) => flatten(child, worn));
    }
    refuse(node);
    return [];
  }

  function inline(children: PhrasingContent[], { lines = false } = {}): LessonNode[] {
    const run = children.flatMap((child) => flatten(child, []));
    if (lines) return run.map((node) => (node.type === "hardBreak" ? { type: "text", text: "\n" } : node));
    return run.map((node) =>
      node.text === undefined ? node : { ...node, text: node.text.replace(/[ \t]*\n[ \t]*/g, " ") },
    );
  }

  function attributes<Schema extends z.ZodType>(node: Nodes, schema: Schema): z.output<Schema> | null {
    const given: Record<string, unknown> = "attributes" in node ? { ...node.attributes } : {};
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const name = issue.path.join(".");
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) report(node, "unknownAttribute", `${nameOf(node)} has no attribute ${key}.`);
      } else if (name in given) {
        report(node, "badAttribute", `${name} of ${nameOf(node)} ${issue.message}.`);
      } else {
        report(node, "missingAttribute", `${nameOf(node)} needs the attribute ${name}.`);
      }
    }
    return null;
  }

  const context: ReadContext = {
    report,
    blocks,
    inline,
    attributes,
    onlyParagraph: (node): Paragraph | undefined => {
      const [first, ...more] = node.children;
      return first?.type === "paragraph" && more.length === 0 ? first : undefined;
    },
    mention: (at, kind, name) => {
      const line = lineOf(at);
      if (kind === "media") references.media.push({ path: name, line });
      else references[kind].push({ slug: name, line });
    },
  };
  return { context, problems, references, report };
}
