import { getSchema } from "@tiptap/core";
import { attachment } from "./attachment/attachment.ts";
import { callout } from "./callout/callout.ts";
import { citation } from "./citation/citation.ts";
import { code } from "./code/code.ts";
import { document } from "./document/document.ts";
import { embed } from "./embed/embed.ts";
import { emphasis } from "./emphasis/emphasis.ts";
import { figure } from "./figure/figure.ts";
import { footnote } from "./footnote/footnote.ts";
import { heading } from "./heading/heading.ts";
import { language } from "./language/language.ts";
import type { LessonBlock, LessonMarkType, LessonNodeType } from "./lesson-block.ts";
import { link } from "./link/link.ts";
import { list } from "./list/list.ts";
import { map } from "./map/map.ts";
import { paragraph } from "./paragraph/paragraph.ts";
import { quote } from "./quote/quote.ts";
import { rule } from "./rule/rule.ts";
import { selfCheck } from "./self-check/self-check.ts";
import { table } from "./table/table.ts";
import { text } from "./text/text.ts";
import { timeline } from "./timeline/timeline.ts";
import { verse } from "./verse/verse.ts";

/** Everything that a lesson may hold. The order of the marks is the order in which they enclose each other. */
export const lessonBlocks: LessonBlock[] = [
  text,
  paragraph,
  heading,
  list,
  quote,
  table,
  rule,
  figure,
  attachment,
  embed,
  callout,
  verse,
  document,
  timeline,
  map,
  selfCheck,
  footnote,
  citation,
  link,
  language,
  emphasis,
  code,
];

export const nodeTypes = new Map<string, LessonNodeType>(
  lessonBlocks.flatMap((block) => block.nodes ?? []).map((node) => [node.name, node]),
);

export const markTypes = new Map<string, LessonMarkType>(
  lessonBlocks.flatMap((block) => block.marks ?? []).map((mark) => [mark.name, mark]),
);

/** The ProseMirror schema: which node may stand in which. */
export const lessonSchema = getSchema([...nodeTypes.values(), ...markTypes.values()].map(({ extension }) => extension));
