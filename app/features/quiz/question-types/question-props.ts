import type { Locale } from "#app/platform/i18n/locales.ts";
import type { Grade } from "./question-type.ts";

/** A file that the learner has sent with her answer; it is on the server already. */
export type SentFile = { id: string; name: string; bytes: number; href?: string };

/** What the default export of a type's `view.tsx` takes. */
export type QuestionViewProps<Shown, Answer> = {
  shown: Shown;
  /** Null where nothing has been answered yet. */
  value: Answer | null;
  onChange: (answer: Answer) => void;
  disabled: boolean;
  /** What was right and wrong, and the key where the learner may see it. */
  review?: { grade: Grade; key: Answer | null };
  /** The reader's language: texts are shown in it, or in the best of those that there are. */
  locale: Locale;
  /** Begins the ids of what is on the page; unique on it. */
  id: string;
  /** For answers that hold files: those sent so far, and how to send another (rejects when it cannot be sent). */
  uploads?: { files: readonly SentFile[]; send: (file: File) => Promise<SentFile> };
};

/** What the default export of a type's `print.tsx` takes; with `answer` it prints the key. */
export type QuestionPrintProps<Shown, Answer> = { shown: Shown; answer?: Answer; locale: Locale };

/** Something wrong in a body: where, and a message key (with values, as `withValues` writes them). */
export type BodyProblem = { path: (string | number)[]; message: string };

/** What the default export of a type's `editor.tsx` takes. */
export type QuestionEditorProps<Body> = {
  value: Body;
  onChange: (body: Body) => void;
  problems: readonly BodyProblem[];
  /** The languages of the course, in the order in which their fields stand. */
  locales: readonly Locale[];
};
