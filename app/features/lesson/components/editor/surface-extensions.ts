import { type AnyExtension, Node } from "@tiptap/core";
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from "@tiptap/extensions";
import { ReactNodeViewRenderer } from "@tiptap/react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { BlockEditor } from "../../blocks/block-editor.ts";
import { blockEditors } from "../../blocks/block-editors.ts";
import { markTypes, nodeTypes } from "../../blocks/registry.ts";
import { automaticLines } from "./automatic-direction.ts";
import { keepTables } from "./keep-tables.ts";

/** A node as it stands on the surface, where it looks otherwise than its extension renders it. */
function onSurface(extension: AnyExtension, view: BlockEditor["view"]): AnyExtension {
  if (!view || !(extension instanceof Node)) return extension;
  return extension.extend({ addNodeView: () => ReactNodeViewRenderer(view) });
}

/** Everything that the surface is made of: the document's own nodes and marks, and what editing them takes. */
export function surfaceExtensions({ locale, placeholder }: { locale: Locale; placeholder: string }): AnyExtension[] {
  const views = new Map(blockEditors.map(({ node, view }) => [node, view]));
  const types = [...nodeTypes.values(), ...markTypes.values()];
  return [
    ...types.map(({ name, extension }) => onSurface(extension, views.get(name))),
    UndoRedo.configure({ depth: 200 }),
    Dropcursor.configure({ class: "editor-drop", color: false, width: 3 }),
    Gapcursor,
    Placeholder.configure({ placeholder }),
    automaticLines(locale),
    keepTables,
  ];
}
