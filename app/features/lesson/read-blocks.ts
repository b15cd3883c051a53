import type { Nodes } from "mdast";
import type { z } from "zod";
import { lessonBlocks, lessonSchema } from "./blocks/registry.ts";
import type { LessonNode } from "./lesson-node.ts";
import type { LessonProblem, LessonReferences, ReadContext } from "./read-context.ts";
import { readInline } from "./read-inline.ts";
import { nameOf, refuse } from "./refuse-markdown.ts";

const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

function readBlock(node: Nodes, context: ReadContext): LessonNode | null {
  for (const block of lessonBlocks) {
    const read = block.readBlock?.(node, context);
    if (read !== undefined) return read;
  }
  return refuse(node, context.report);
}

function checkDirective(node: Nodes, { report }: ReadContext): void {
  if (node.type !== "containerDirective") return;
  if (!node.data?.position?.closing) report(node, "unclosedBlock", `The block ${node.name} is not closed.`);
  const [first] = node.children;
  if (first?.type === "paragraph" && first.data?.directiveLabel)
    report(node, "unknownAttribute", "A block has no [label]; write title=….");
}

/** What may follow what in `parent` is said by its content expression; the rest is reported and left out. */
function readBlocks(children: Nodes[], parent: string, context: ReadContext): LessonNode[] {
  let grammar = lessonSchema.nodes[parent]?.contentMatch ?? null;
  const kept: LessonNode[] = [];
  for (const child of children) {
    checkDirective(child, context);
    const read = readBlock(child, context);
    if (!read) continue;
    const type = lessonSchema.nodes[read.type];
    const next = type && grammar ? grammar.matchType(type) : null;
    if (!next) {
      context.report(child, "nestedWrongly", `${read.type} cannot stand here in ${parent}.`);
      continue;
    }
    grammar = next;
    kept.push(read);
  }
  return kept;
}

function readAttributes<Schema extends z.ZodType>(
  node: Nodes,
  schema: Schema,
  report: ReadContext["report"],
): z.output<Schema> | null {
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

/** Makes the context with which the blocks read one file. Everything wrong with the file gathers in `problems`. */
export function openReading({ path, source }: { path: string; source: string }) {
  const problems: LessonProblem[] = [];
  const references: LessonReferences = { media: [], lessons: [], courses: [], works: [], questions: [] };
  const report: ReadContext["report"] = (at, code, reason) => {
    problems.push({ path, line: lineOf(at), code, reason });
  };
  const context: ReadContext = {
    report,
    blocks: (node, parent) => readBlocks(node.children, parent, context),
    inline: (children, { lines = false } = {}) => readInline(children, { source, context, lines }),
    attributes: (node, schema) => readAttributes(node, schema, report),
    onlyParagraph: (node) => {
      const [first, ...more] = node.children;
      return first?.type === "paragraph" && more.length === 0 ? first : undefined;
    },
    mention: (at, kind, name) => {
      const line = lineOf(at);
      if (kind === "media") references.media.push({ path: name, line });
      else if (kind === "works") references.works.push({ key: name, line });
      else if (kind === "questions") references.questions.push({ id: name, line });
      else references[kind].push({ slug: name, line });
    },
  };
  return { context, problems, references };
}
