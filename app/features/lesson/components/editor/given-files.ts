import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import type { MediaFile } from "../../media/media-file.ts";
import { sendMedia } from "../media/send-media.ts";
import { noteCourseFile } from "./course-files.ts";
import { insertBlock } from "./insert-block.ts";
import type { Store } from "./store.ts";

/** Files that were dropped or pasted and are on their way, or were not taken; the newest is shown. */
export type GivenFile = { name: string; refusal?: { messageKey: string; values?: Record<string, string | number> } };

/** A picture as a figure that still wants its words, another file as an attachment. */
function blockOf({ path, isPicture, credit, licence }: MediaFile, name: string) {
  if (isPicture) return { type: "figure", attrs: { src: path, credit, licence } };
  return { type: "attachment", attrs: { src: path, title: name.replace(/\.[^.]*$/, "") } };
}

async function takeFiles(editor: Editor, course: string, files: File[], given: Store<GivenFile | null>) {
  for (const file of files) {
    const { name } = file;
    given.set({ name });
    const sent = await sendMedia({ course, file });
    if (sent.result !== "added") {
      const { messageKey, values = {} } = sent;
      given.set({ name, refusal: { messageKey, values } });
      return;
    }
    noteCourseFile(course, sent.file);
    if (!editor.isDestroyed) insertBlock(editor, blockOf(sent.file, name));
  }
  given.set(null);
}

/** Files that are pasted where there is no text with them, or dropped, are added to the course and put into the text. */
export function givenFiles({ course, given }: { course: () => string; given: Store<GivenFile | null> }) {
  return Extension.create({
    name: "givenFiles",
    addProseMirrorPlugins() {
      const { editor } = this;
      const take = (files: File[]) => void takeFiles(editor, course(), files, given);
      return [
        new Plugin({
          props: {
            handlePaste: (_, event) => {
              const files = [...(event.clipboardData?.files ?? [])];
              const hasText = event.clipboardData?.types.includes("text/plain") ?? false;
              if (files.length === 0 || hasText) return false;
              take(files);
              return true;
            },
            handleDrop: (view, event, _slice, moved) => {
              const files = [...(event.dataTransfer?.files ?? [])];
              if (moved || files.length === 0) return false;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (at) {
                const near = TextSelection.near(view.state.doc.resolve(at.pos));
                view.dispatch(view.state.tr.setSelection(near));
              }
              event.preventDefault();
              take(files);
              return true;
            },
          },
        }),
      ];
    },
  });
}
