import type { PhrasingContent } from "mdast";
import type { FlowContent, WriteContext } from "./blocks/lesson-block.ts";
import { lessonBlocks, markTypes, nodeTypes } from "./blocks/registry.ts";
import { type LessonFrontMatter, writeFrontMatter } from "./front-matter.ts";
import type { LessonDocument } from "./lesson-document.ts";
import { type LessonNode, textOf } from "./lesson-node.ts";
import { lessonUnreadable } from "./lesson-unreadable.ts";
import { writeMarkdown } from "./markdown-syntax.ts";
import { type NestedRun, nestMarks } from "./nest-marks.ts";

function lettersOf(run: NestedRun): string {
  return run.map((part) => ("node" in part ? textOf(part.node) : lettersOf(part.children))).join("");
}

function writeRun(run: NestedRun): PhrasingContent[] {
  return run.map((part) => {
    if ("node" in part) {
      const written = nodeTypes.get(part.node.type)?.writeInline?.({ node: part.node });
      if (!written) throw lessonUnreadable(`${part.node.type} cannot stand in a line of text.`);
      return written;
    }
    const known = markTypes.get(part.mark.type);
    if (!known) throw lessonUnreadable(`There is no mark called ${part.mark.type}.`);
    return known.write({ mark: part.mark, children: writeRun(part.children), text: lettersOf(part.children) });
  });
}

function writeBlock(node: LessonNode): FlowContent[] {
  const written = nodeTypes.get(node.type)?.writeBlock?.({ node, context });
  if (!written) throw lessonUnreadable(`There is no block called ${node.type}.`);
  return lessonBlocks.reduce((current, block) => block.wrapMarkdown?.(node, current) ?? current, written);
}

const context: WriteContext = {
  blocks: (nodes = []) => nodes.flatMap(writeBlock),
  inline: (nodes = []) => writeRun(nestMarks(nodes)),
};

/** A lesson's text as Markdown, without front matter; throws on a document that is not one of `lessonDocumentSchema`. */
export function writeLessonBody(document: LessonDocument): string {
  return writeMarkdown({ type: "root", children: context.blocks(document.content) });
}

/**
 * Writes a lesson's file. Reading it again gives the same document; throws on a document that is not one of
 * `lessonDocumentSchema`.
 */
export function writeLessonMarkdown(lesson: { frontMatter: LessonFrontMatter; document: LessonDocument }): string {
  return `${writeFrontMatter(lesson.frontMatter)}\n${writeLessonBody(lesson.document)}`;
}
