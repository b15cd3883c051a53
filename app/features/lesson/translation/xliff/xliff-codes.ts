import { escapeXml } from "#app/platform/xml/escape-xml.ts";
import type { LessonMark, LessonNode } from "../../lesson-node.ts";
import { type NestedRun, nestMarks } from "../../nest-marks.ts";

/** What an inline code of a unit stands for, by its id: a mark, or a node without letters. */
export type InlineCode = { id: string; data: string };

const typeOf: Record<string, string> = {
  bold: 'type="fmt" subType="xlf:b"',
  italic: 'type="fmt" subType="xlf:i"',
  link: 'type="link"',
  hardBreak: 'type="fmt" subType="xlf:lb"',
  footnoteReference: 'type="other" subType="maqdis:note"',
};

/**
 * Gives ids to the inline codes of one unit. What stands in the target as it does in the source has the same id there,
 * as often as it does.
 */
export function codeIds() {
  const codes: InlineCode[] = [];
  return {
    codes,
    forSide: () => {
      const used = new Set<string>();
      return (code: LessonMark | LessonNode): string => {
        const data = JSON.stringify(code.attrs ? { type: code.type, attrs: code.attrs } : { type: code.type });
        const known = codes.find((one) => one.data === data && !used.has(one.id));
        const id = known?.id ?? String(codes.length + 1);
        if (!known) codes.push({ id, data });
        used.add(id);
        return id;
      };
    },
  };
}

function writePart(part: NestedRun[number], idOf: (code: LessonMark | LessonNode) => string): string {
  if ("mark" in part) {
    const { mark, children } = part;
    const id = idOf(mark);
    const dir = mark.type === "language" ? ` dir="${mark.attrs?.dir ?? "auto"}"` : "";
    const kind = typeOf[mark.type] ?? `type="other" subType="maqdis:${mark.type}"`;
    return `<pc id="${id}" ${kind} dataRefStart="d${id}"${dir}>${writeRun(children, idOf)}</pc>`;
  }
  const { marks: _, ...node } = part.node;
  if (node.text !== undefined) return escapeXml(node.text);
  const id = idOf(node);
  const kind = typeOf[node.type] ?? `type="other" subType="maqdis:${node.type}"`;
  return `<ph id="${id}" ${kind} dataRef="d${id}"/>`;
}

/** A run of text with its marks as inline codes of XLIFF. */
export function writeRun(run: NestedRun, idOf: (code: LessonMark | LessonNode) => string): string {
  return run.map((part) => writePart(part, idOf)).join("");
}

/** The same of the nodes of a run. */
export function writeInline(nodes: readonly LessonNode[], idOf: (code: LessonMark | LessonNode) => string): string {
  return writeRun(nestMarks([...nodes]), idOf);
}
