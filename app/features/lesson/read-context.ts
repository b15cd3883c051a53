import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { z } from "zod";
import type { LessonNode } from "./lesson-node.ts";

export type LessonProblemCode =
  | "frontMatter"
  | "unknownBlock"
  | "unknownAttribute"
  | "missingAttribute"
  | "badAttribute"
  | "rawHtml"
  | "unsupported"
  | "nestedWrongly"
  | "emptyBlock"
  | "unclosedBlock"
  | "headingLevel"
  | "footnote"
  | "link"
  | "table"
  | "text"
  | "tooDense";

/** What is wrong with a file, and on which of its lines (counted from 1). */
export type LessonProblem = { path: string; line: number; code: LessonProblemCode; reason: string };

/** What a lesson points at, and on which line of the file. */
export type LessonReferences = {
  media: { path: string; line: number }[];
  lessons: { slug: string; line: number }[];
  courses: { slug: string; line: number }[];
  /** Keys of the course's bibliography. */
  works: { key: string; line: number }[];
  /** Ids of questions of the course's bank. */
  questions: { id: string; line: number }[];
};

/** What a block's reader may ask for. Everything that is wrong is reported, and reading goes on. */
export type ReadContext = {
  report: (at: Nodes, code: LessonProblemCode, reason: string) => void;
  /** The blocks that stand in `node`, of which those that `parent` may not hold are reported and left out. */
  blocks: (node: Extract<Nodes, { children: unknown[] }>, parent: string) => LessonNode[];
  /** Text, marks and notes in one flat run; `lines` keeps the line ends of the file. */
  inline: (children: PhrasingContent[], options?: { lines?: boolean }) => LessonNode[];
  /** The one paragraph of a container, or undefined when it holds something else. */
  onlyParagraph: (node: ContainerDirective) => Paragraph | undefined;
  /** Attributes of a directive as the schema takes them, or null after reporting each that is wrong. */
  attributes: <Schema extends z.ZodType>(node: Nodes, schema: Schema) => z.output<Schema> | null;
  mention: (at: Nodes, kind: keyof LessonReferences, name: string) => void;
};

export function isContainer(node: Nodes, name: string): node is ContainerDirective {
  return node.type === "containerDirective" && node.name === name;
}
