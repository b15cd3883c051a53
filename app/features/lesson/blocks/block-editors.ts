import { attachmentEditor } from "./attachment/attachment-editor.tsx";
import type { BlockEditor, BlockInsert } from "./block-editor.ts";
import { calloutEditor } from "./callout/callout-editor.tsx";
import { citationEditor } from "./citation/citation-editor.tsx";
import { documentEditors } from "./document/document-editor.tsx";
import { embedEditor } from "./embed/embed-editor.tsx";
import { figureEditor } from "./figure/figure-editor.tsx";
import { footnoteEditors } from "./footnote/footnote-editor.tsx";
import { headingEditor } from "./heading/heading-editor.tsx";
import { listEditors } from "./list/list-editor.tsx";
import { mapEditors } from "./map/map-editor.tsx";
import { paragraphEditor } from "./paragraph/paragraph-editor.tsx";
import { quoteEditor } from "./quote/quote-editor.tsx";
import { ruleEditor } from "./rule/rule-editor.tsx";
import { selfCheckEditor } from "./self-check/self-check-editor.tsx";
import { tableEditor } from "./table/table-editor.tsx";
import { timelineEditors } from "./timeline/timeline-editor.tsx";
import { verseEditor } from "./verse/verse-editor.tsx";

/** How each block is edited, in the order in which the menu of blocks offers them. Loaded with the editor alone. */
export const blockEditors: BlockEditor[] = [
  paragraphEditor,
  headingEditor,
  ...listEditors,
  quoteEditor,
  calloutEditor,
  figureEditor,
  attachmentEditor,
  embedEditor,
  tableEditor,
  ...documentEditors,
  verseEditor,
  ...footnoteEditors,
  ...timelineEditors,
  ...mapEditors,
  selfCheckEditor,
  citationEditor,
  ruleEditor,
];

/** Everything that the menu of blocks offers. */
export const blockInserts: BlockInsert[] = blockEditors.flatMap(({ insert }) => insert ?? []);
