import type { Node } from "@tiptap/pm/model";
import type { z } from "zod";
import { arrangeDocument, canonicalBlock, lessonDocumentSchema } from "../../lesson-document.ts";
import { type LessonNode, nodeShape } from "../../lesson-node.ts";
import { mendedBlock } from "./mend-block.ts";

const shape: z.ZodType<LessonNode> = nodeShape;

/** The letters of a block that no rule of ours can take, line by line: no sentence is lost for want of a form. */
function asParagraphs(block: Node): LessonNode[] {
  const lines: string[] = [];
  const read = (node: Node) => {
    if (!node.isTextblock) return true;
    lines.push(node.textBetween(0, node.content.size, " "));
    return false;
  };
  if (read(block)) block.descendants(read);
  return lines.flatMap(
    (text) => canonicalBlock(mendedBlock({ type: "paragraph", content: [{ type: "text", text }] })) ?? [],
  );
}

function read(block: Node): LessonNode[] {
  const mended = mendedBlock(shape.parse(block.toJSON()));
  return canonicalBlock(mended) ?? asParagraphs(block);
}

type Pair = { surface: Node; document: LessonNode };

/** The blocks of a surface that was made of a canonical document, each with what it was made of. */
function pairBlocks({ surface, document: { content = [] } }: Pair): [Node, LessonNode[]][] {
  if (surface.childCount !== content.length) return [];
  return content.flatMap((block, index): [Node, LessonNode[]][] => {
    const own = surface.child(index);
    return own.type.name === block.type ? [[own, [block]]] : [];
  });
}

/**
 * Makes the function that answers what stands on the surface in canonical form. Blocks that did not change since they
 * were last asked for are not read again, nor those of which the surface was `made`.
 */
export function makeCanonicaliser(made?: Pair): (surface: Node) => LessonNode {
  const known = new WeakMap<Node, LessonNode[]>(made ? pairBlocks(made) : []);
  return (surface) => {
    const content: LessonNode[] = [];
    surface.forEach((block) => {
      const read_ = known.get(block) ?? read(block);
      known.set(block, read_);
      content.push(...read_);
    });
    const written = content.some(({ type }) => type !== "footnotes");
    if (!written) return lessonDocumentSchema.parse({ type: "doc", content });
    return arrangeDocument({ type: "doc", content });
  };
}
