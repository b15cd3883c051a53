import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { inertHtml } from "../../editing/read-html/inert-html.ts";
import { readHtml } from "../../editing/read-html/read-html.ts";
import type { EditorDesk } from "./editor-desk.ts";
import { looksLikeMarkdown } from "./looks-like-markdown.ts";
import { pasteBlocks } from "./paste-blocks.ts";

/** Reads Markdown with the code that reads files of packages, which is fetched for it; else the text as it stands. */
async function pasteMarkdown(view: EditorView, text: string): Promise<void> {
  const blocks = await import("./read-pasted-markdown.ts").then(
    ({ readPastedMarkdown }) => readPastedMarkdown(text),
    () => null,
  );
  if (view.isDestroyed) return;
  if (blocks) pasteBlocks(view, blocks);
  else view.pasteText(text);
}

function paste(view: EditorView, { clipboardData }: ClipboardEvent, desk: EditorDesk): boolean {
  const html = clipboardData?.getData("text/html") ?? "";
  const text = clipboardData?.getData("text/plain") ?? "";
  const isLine = view.state.selection.$from.parent.type.spec.content === "oneLine*";
  // What was copied from a surface of ours comes back by ProseMirror's own way, through the schema of the document.
  if (html.includes("data-pm-slice")) return false;
  if (html !== "") {
    const { blocks, pictures } = readHtml(html);
    desk.leftOut.set([...new Set(pictures)]);
    if (blocks.length === 0) return pictures.length > 0;
    pasteBlocks(view, blocks);
    return true;
  }
  if (isLine || !looksLikeMarkdown(text)) return false;
  void pasteMarkdown(view, text);
  return true;
}

/** Brings what is pasted from elsewhere into blocks of ours; nothing of it is fetched. */
export function pasting(desk: EditorDesk): Extension {
  return Extension.create({
    name: "pasting",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { transformPastedHTML: inertHtml, handlePaste: (view, event) => paste(view, event, desk) },
      }),
    ],
  });
}
