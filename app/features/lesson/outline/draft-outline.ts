import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** What can be changed of a lesson where its course's outline is edited. */
export type OutlineLesson = {
  id: string;
  titles: Translated;
  required: boolean;
  preview: boolean;
  /** When it opens: at a time (UTC, ISO 8601), or so many days after a learner enrolled or her cohort began. */
  opensAt: string | null;
  dripDays: number | null;
  /** Ids of the lessons to complete first. */
  requires: string[];
  /** What it weighs in the grade of the course, where it is graded. */
  weight: number;
  minutes: number;
};

export type OutlineSection = { id: string; titles: Translated; lessons: OutlineLesson[] };

/** A course's draft as its sections and lessons, edited and saved as one value. */
export type DraftOutline = { sections: OutlineSection[] };

/** What never changes of a lesson. */
export type LessonFacts = { slug: string; kind: LessonKind };

/** What was taken out of a draft, and can be put back. */
export type RemovedParts = {
  sections: { id: string; titles: Translated }[];
  lessons: (OutlineLesson & { sectionId: string })[];
};

/** A draft's outline as it stands in the academy. */
export type StoredOutline = {
  /** Grows with each change. */
  version: number;
  outline: DraftOutline;
  removed: RemovedParts;
  /** Of all lessons, the removed ones too, by id. */
  facts: Record<string, LessonFacts>;
};

export function lessonsOf({ sections }: DraftOutline): OutlineLesson[] {
  return sections.flatMap(({ lessons }) => lessons);
}
