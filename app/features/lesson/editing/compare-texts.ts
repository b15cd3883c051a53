import { diffArrays } from "diff";
import { diffIndices } from "node-diff3";
import { type LessonNode, textOf } from "../lesson-node.ts";
import type { LessonPart } from "../translation/split-document.ts";
import { keyOf, partsOf } from "./text-parts.ts";

/** Some words, and whether they are new, gone, or as they were. */
export type WordRun = { kind: "same" | "added" | "removed"; text: string };

/** A block of one or both of two texts, line by line. */
export type BlockChange = {
  kind: "same" | "added" | "removed" | "changed";
  /** A type of node. */
  type: string;
  lines: WordRun[][];
  /** The words are the same; what differs is how they look or where they lead. */
  sameWords: boolean;
};

const INLINE = new Set(["text", "hardBreak", "footnoteReference"]);
/** Said of a block rather than by it. */
const UNSAID = new Set(["lang", "dir", "label", "level", "align", "colspan", "rowspan", "colwidth", "width", "kind"]);

/** What a block says, a line for each of its paragraphs and for each thing that its attributes say. */
export function blockLines(node: LessonNode): string[] {
  const children = node.content ?? [];
  const said = Object.entries(node.attrs ?? {}).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" && !UNSAID.has(name) ? [value] : [],
  );
  const isLine = children.some(({ type, content }) => INLINE.has(type) || (type !== "paragraph" && !content));
  const below = isLine ? [children.map(textOf).join("")] : children.flatMap(blockLines);
  return [...said, ...below].filter((line) => line.trim() !== "");
}

const words = (line: string) => line.split(/(\s+)/).filter((word) => word !== "");

/** The words of a line that was changed, old and new in one. */
export function compareWords(before: string, after: string): WordRun[] {
  return diffArrays(words(before), words(after)).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

/** Lines of a block that was changed; those that have no counterpart are new or gone. */
export function compareLines(before: string[], after: string[]): WordRun[][] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, i) => compareWords(before[i] ?? "", after[i] ?? ""));
}

const typeOf = (part: LessonPart | undefined) => part?.content?.[0]?.type ?? "paragraph";

function whole(kind: "same" | "added" | "removed", part: LessonPart): BlockChange {
  return {
    kind,
    type: typeOf(part),
    lines: blockLines(part).map((text) => [{ kind, text }]),
    sameWords: kind === "same",
  };
}

function changed(before: LessonPart, after: LessonPart): BlockChange {
  const [old, now] = [blockLines(before), blockLines(after)];
  const sameWords = old.join("\n") === now.join("\n");
  return { kind: "changed", type: typeOf(after), lines: compareLines(old, now), sameWords };
}

/** What became of one text in another, block by block in the order of reading. */
export function compareDocuments(before: LessonNode, after: LessonNode): BlockChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const changes: BlockChange[] = [];
  let reached = 0;
  for (const { buffer1, buffer2 } of diffIndices(old.map(keyOf), now.map(keyOf))) {
    const gone = old.slice(Number(buffer1[0]), Number(buffer1[0]) + Number(buffer1[1]));
    const come = now.slice(Number(buffer2[0]), Number(buffer2[0]) + Number(buffer2[1]));
    changes.push(...now.slice(reached, Number(buffer2[0])).map((part) => whole("same", part)));
    reached = Number(buffer2[0]) + Number(buffer2[1]);
    const pairs = Math.min(gone.length, come.length);
    for (const [i, part] of come.entries()) {
      const from = gone[i];
      changes.push(from && i < pairs ? changed(from, part) : whole("added", part));
    }
    changes.push(...gone.slice(pairs).map((part) => whole("removed", part)));
  }
  changes.push(...now.slice(reached).map((part) => whole("same", part)));
  return changes;
}
