import type { Editor, ReactNodeViewProps } from "@tiptap/react";
import type { ComponentType } from "react";
import type { EditorIconName } from "../components/editor/editor-icon.tsx";
import type { EditorCourse } from "../components/editor/editor-props.ts";
import type { LessonNode } from "../lesson-node.ts";

/** One thing that the menu of blocks and the toolbar offer. */
export type BlockInsert = {
  /** A key under lesson-editor:blocks. */
  words: string;
  icon: EditorIconName;
  /** Latin words by which the menu finds it whatever the language of the interface. */
  keywords?: string[];
  /** The block as it begins. */
  make: (course: EditorCourse) => LessonNode;
  /** Turns what holds the cursor into it, where the letters that stand there are to stay. Answers whether it could. */
  turn?: (editor: Editor) => boolean;
};

export type BlockSettingsProps = {
  attributes: Record<string, unknown>;
  change: (attributes: Record<string, unknown>) => void;
  course: EditorCourse;
  editor: Editor;
};

/** How a node or mark of the document is edited: offered, seen on the surface, and set. */
export type BlockEditor = {
  /** The type of the node or mark. */
  node: string;
  insert?: BlockInsert | readonly BlockInsert[];
  /** How it looks on the surface; else as its extension renders it. */
  view?: ComponentType<ReactNodeViewProps>;
  /** Fields for the block that holds the cursor. An attribute that is emptied is null. */
  settings?: ComponentType<BlockSettingsProps>;
  /** What keys do while the cursor is in it; answers whether it did anything. Named as ProseMirror names keys. */
  keys?: Record<string, (editor: Editor) => boolean>;
};
