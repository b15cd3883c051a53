import { Mark } from "@tiptap/pm/model";
import { onOneLine } from "./blocks/lesson-attributes.ts";
import { lessonSchema } from "./blocks/registry.ts";
import { type LessonMark, type LessonNode, sameMark } from "./lesson-node.ts";

/** The marks as ProseMirror holds them: each once, in the schema's order, without those that another shuts out. */
function markSet(marks: LessonMark[]): LessonMark[] {
  const set = marks.reduce<readonly Mark[]>(
    (current, { type, attrs }) => lessonSchema.marks[type]?.create(attrs).addToSet(current) ?? current,
    Mark.none,
  );
  return set.map(({ type, attrs }) =>
    Object.keys(attrs).length > 0 ? { type: type.name, attrs: { ...attrs } } : { type: type.name },
  );
}

function sameMarks(a: LessonMark[] = [], b: LessonMark[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => b[index] !== undefined && sameMark(mark, b[index]));
}

function withMarks({ marks: _, ...node }: LessonNode, marks: LessonMark[]): LessonNode {
  return marks.length === 0 ? node : { ...node, marks };
}

/** A note or a line break wears what both its neighbours wear, but is never part of a link or of code. */
function dressAtoms(run: LessonNode[]): LessonNode[] {
  return run.map((node, index) => {
    if (node.type === "text") return node;
    const before = run.slice(0, index).findLast((other) => other.type === "text")?.marks ?? [];
    const after = run.slice(index + 1).find((other) => other.type === "text")?.marks ?? [];
    const both = before.filter((mark) => after.some((other) => sameMark(mark, other)));
    return withMarks(
      node,
      both.filter((mark) => mark.type !== "link" && mark.type !== "code"),
    );
  });
}

function joined(run: LessonNode[]): LessonNode[] {
  const result: LessonNode[] = [];
  for (const node of run) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(node.marks, last.marks)) {
      result[result.length - 1] = { ...last, text: onOneLine(`${last.text}${node.text}`) };
    } else if (node.type !== "text" || node.text) {
      result.push(node);
    }
  }
  return result;
}

/** Spaces at the ends of a line say nothing, and Markdown drops them. */
function trimmedLines(run: LessonNode[]): LessonNode[] {
  const isEnd = (node: LessonNode | undefined) => node === undefined || node.type === "hardBreak";
  const result = run.flatMap((node, index) => {
    if (node.text === undefined) return [node];
    let text = node.text;
    if (isEnd(run[index - 1])) text = text.replace(/^ +/, "");
    if (isEnd(run[index + 1])) text = text.replace(/ +$/, "");
    return text === "" ? [] : [{ ...node, text }];
  });
  while (result.at(-1)?.type === "hardBreak") result.pop();
  while (result[0]?.type === "hardBreak") result.shift();
  return result;
}

/** Trimming may bring two line ends or two like runs together, so it goes on until nothing changes. */
function settled(run: LessonNode[]): LessonNode[] {
  const next = joined(trimmedLines(run));
  return JSON.stringify(next) === JSON.stringify(run) ? next : settled(next);
}

/** The one way to write a run of text: marks in order, like runs joined, NFC, no spaces at the ends of lines. */
export function canonicalRun(run: LessonNode[]): LessonNode[] {
  const clean = run.map((node) => withMarks(node, markSet(node.marks ?? [])));
  return dressAtoms(settled(joined(clean)));
}
