import { type LessonNode, textOf } from "../../lesson-node.ts";

export type LessonHeading = { id: string; level: number; text: string };

// Vowel signs and tatweel do not tell headings apart.
const UNSAID = /[\p{Mn}\u0640]/gu;

function slugOf(text: string): string {
  const words = text.normalize("NFKD").replace(UNSAID, "").normalize("NFC").toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/**
 * The id of each heading. It follows from the words alone, so that a link to a heading lives on when others come and
 * go; a second heading of the same words gets a number. The prefix keeps ids of the text apart from those of the page.
 */
export function headingAnchors(headings: LessonNode[]): Map<LessonNode, LessonHeading> {
  const used = new Set<string>();
  const anchors = new Map<LessonNode, LessonHeading>();
  for (const node of headings) {
    const text = textOf(node).trim();
    const base = `s-${slugOf(text) || "heading"}`;
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    anchors.set(node, { id, level: Number(node.attrs?.level), text });
  }
  return anchors;
}
