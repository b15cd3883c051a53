import type { LessonNode } from "../../lesson-node.ts";
import { holdsRun, wordAttributes } from "../part-text.ts";
import type { LessonPart } from "../split-document.ts";

/** A part without its words: in the place of each run and of each attribute that is read stands `leaf`. */
export type Frame = LessonNode;

const LEAF: LessonNode = { type: "leaf" };
// No attribute may hold it, and JSON writes it in letters.
const LEAF_WORD = "\u0000";

type Leaves = LessonNode[][];

function framed(node: LessonNode, leaves: Leaves): LessonNode {
  const attrs = { ...node.attrs };
  for (const name of wordAttributes[node.type] ?? []) {
    const text = attrs[name];
    if (typeof text !== "string") continue;
    leaves.push([{ type: "text", text }]);
    attrs[name] = LEAF_WORD;
  }
  const own = node.attrs ? { ...node, attrs } : node;
  if (!node.content) return own;
  if (!holdsRun(node)) return { ...own, content: node.content.map((child) => framed(child, leaves)) };
  leaves.push(node.content);
  return { ...own, content: [LEAF] };
}

/** Takes the words out of a part: its frame, and its runs in the order of reading. */
export function takeLeaves(part: LessonPart): { frame: Frame; leaves: Leaves } {
  const leaves: Leaves = [];
  return { frame: framed(part, leaves), leaves };
}

function filled(node: LessonNode, next: () => LessonNode[]): LessonNode {
  const attrs = { ...node.attrs };
  for (const name of wordAttributes[node.type] ?? [])
    if (attrs[name] === LEAF_WORD)
      attrs[name] = next()
        .map(({ text = "" }) => text)
        .join("");
  const own = node.attrs ? { ...node, attrs } : node;
  if (!node.content) return own;
  if (node.content.some(({ type }) => type === "leaf")) return { ...own, content: next() };
  return { ...own, content: node.content.map((child) => filled(child, next)) };
}

/** The part again; null where there are fewer runs than the frame holds, or more that say something. */
export function fillFrame(frame: Frame, leaves: Leaves): LessonPart | null {
  let place = 0;
  const part = filled(frame, () => {
    place += 1;
    return leaves[place - 1] ?? [];
  });
  const rest = leaves.slice(place);
  return place <= leaves.length && rest.every((leaf) => leaf.length === 0) ? part : null;
}
