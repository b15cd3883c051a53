import type { OutlineLesson } from "../../outline/draft-outline.ts";
import type { EditorContext } from "./editor-context.ts";

/** What the fields of one lesson are given. */
export type LessonFieldsProps = {
  lesson: OutlineLesson;
  editor: EditorContext;
  set: (change: Partial<Omit<OutlineLesson, "id">>, key?: string) => void;
};
