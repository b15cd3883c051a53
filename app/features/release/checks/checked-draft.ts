import type { ReleaseProblem } from "#app/features/lesson/frozen-bodies.ts";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import type { TranslationStanding } from "#app/features/lesson/translation/translation-standing.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

export type CheckedText = { locale: Locale; title: string; document: LessonNode | null };

export type CheckedLesson = {
  id: string;
  slug: string;
  kind: LessonKind;
  /** By language; `document` is null where what is stored is no lesson's text. */
  texts: CheckedText[];
  opensAt: Date | null;
  dripDays: number | null;
  /** Ids of lessons to complete first; those that were taken out of the draft too. */
  requires: string[];
};

/** Of a link that leads outside: when it was last tried, and what came of it; null where it answered well. */
export type TriedLink = { checkedAt: Date; failure: string | null };

/** A question that a quiz may ask; `whole` is false where its key is missing. */
export type AskedQuestion = { name: string; whole: boolean; locales: string[] };

/** All of a course's draft that its checks look at. */
export type CheckedDraft = {
  slug: string;
  locales: Locale[];
  sections: { titles: Partial<Record<string, string>>; lessons: CheckedLesson[] }[];
  /** Languages in which the course has a title. */
  titled: Locale[];
  /** What the bodies of lectures and quizzes lack. */
  bodies: ReleaseProblem[];
  /** By the id of the quiz. */
  asked: ReadonlyMap<string, AskedQuestion[]>;
  /** Slugs of all courses, former ones too. */
  courses: ReadonlySet<string>;
  /** Paths of the course's pictures, drawings and files. */
  media: ReadonlySet<string>;
  /** The source of a drawing by its path. */
  drawings: ReadonlyMap<string, string>;
  outside: ReadonlyMap<string, TriedLink>;
  /** Translations that can be read beside their source, by the id of the lesson. */
  standings: ReadonlyMap<string, { locale: Locale; standing: TranslationStanding }[]>;
};

export type Finding = {
  /** What is an error keeps the draft from being released. */
  level: "error" | "warning";
  code: string;
  /** Says it with `values`. */
  messageKey: string;
  values: Record<string, string | number>;
  /** Slug of the lesson that it is about. */
  lesson: string | null;
  /** The language of the text that it is about. */
  locale: Locale | null;
  /** Where it is mended. */
  part: "text" | "translation" | "body" | "outline" | "course";
};

/** One kind of thing that can be wrong with a draft. */
export type ReleaseCheck = (draft: CheckedDraft) => Finding[];

type Found = { code: string; values?: Finding["values"]; part?: Finding["part"] };

/** A finding about a lesson, or about its text in one language. */
export function finding(
  level: Finding["level"],
  { slug }: Pick<CheckedLesson, "slug">,
  { code, values = {}, part = "text", locale = null }: Found & { locale?: Locale | null },
): Finding {
  const all = { lesson: slug, ...(locale ? { locale } : {}), ...values };
  return { level, code, messageKey: `release:errors.${code}`, values: all, lesson: slug, locale, part };
}

/** A finding about the course as a whole. */
export function courseFinding(level: Finding["level"], { code, values = {}, part = "course" }: Found): Finding {
  return { level, code, messageKey: `release:errors.${code}`, values, lesson: null, locale: null, part };
}

export const lessonsOf = (draft: Pick<CheckedDraft, "sections">): CheckedLesson[] =>
  draft.sections.flatMap(({ lessons }) => lessons);

export type ReadableText = CheckedText & { lesson: CheckedLesson; document: LessonNode };

/** Every text that can be read, with its lesson. */
export function readableTexts(draft: Pick<CheckedDraft, "sections">): ReadableText[] {
  return lessonsOf(draft).flatMap((lesson) =>
    lesson.texts.flatMap((text) => (text.document ? [{ ...text, lesson, document: text.document }] : [])),
  );
}
