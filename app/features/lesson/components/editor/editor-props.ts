import type { Ref } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LessonNode } from "../../lesson-node.ts";

type Named = { slug: string; title: string };

export type EditorPicture = { path: string; href: string };

/** What the pickers of the editor choose from. */
export type EditorCourse = {
  slug: string;
  lessons: readonly Named[];
  courses: readonly Named[];
  pictures: readonly EditorPicture[];
  /** The bibliography. */
  works?: readonly { key: string; title: string }[];
  /** Questions of the bank that are graded by themselves. */
  questions?: readonly { id: string; name: string }[];
};

export type LessonEditorHandle = {
  /** Puts another document in the place of what is written; it can be undone. */
  replace: (document: LessonNode) => void;
  /** What is written, in canonical form. */
  current: () => LessonNode;
  focus: () => void;
};

export type LessonEditorProps = {
  /** Canonical, and the beginning alone: what changes later comes through the handle. */
  document: LessonNode;
  /** Of the text: the surface has its direction. */
  locale: Locale;
  course: EditorCourse;
  /** What a screen reader calls the surface. */
  label: string;
  /** Called 300 ms after the last change, and on leaving, with the canonical document. */
  onChange: (document: LessonNode) => void;
  handle?: Ref<LessonEditorHandle>;
};
