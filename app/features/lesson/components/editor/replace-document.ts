import type { Editor } from "@tiptap/react";
import type { LessonNode } from "../../lesson-node.ts";

/**
 * Puts a document in the place of what stands on the surface, of which only what differs is changed: the cursor stays
 * in the words where it is.
 */
export function replaceDocument(editor: Editor, document: LessonNode): void {
  const { state, view, schema } = editor;
  const next = schema.nodeFromJSON(document);
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  // Where both ends agree upon the same letters, neither may reach into what the other has.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const change = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  view.dispatch(change.setMeta("preventUpdate", true));
}
