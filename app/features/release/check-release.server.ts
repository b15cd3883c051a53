import { canReleaseCourse } from "#app/features/course/course-access.ts";
import { findLengthChanges, type LengthChange } from "#app/features/lecture/editing/find-length-changes.server.ts";
import { draftToRelease, withoutFormerLanguages } from "#app/features/lesson/draft-to-release.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { Finding } from "./checks/checked-draft.ts";
import { findFindings } from "./find-findings.server.ts";
import { freezeBodies } from "./freeze-bodies.server.ts";

export type DraftSection = {
  id: string;
  titles: Translated;
  lessons: { id: string; slug: string; kind: LessonKind; titles: Translated }[];
};

export type ReleaseCheck = {
  courseId: string;
  locales: Locale[];
  sections: DraftSection[];
  /** Errors first: they keep the draft from being released. */
  findings: Finding[];
  lengthChanges: LengthChange[];
};

/**
 * The outline of a course's draft, what keeps it from being released, and what a release would mean for those who
 * learn: lectures whose length changes. Null for who may not release it.
 */
export async function checkRelease(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<ReleaseCheck | null> {
  const draft = await db.course.findUnique({
    where: { slug },
    select: { ...draftToRelease, deletedAt: true, instructors: { select: { instructorId: true, role: true } } },
  });
  if (!draft || !canReleaseCourse(actor, draft)) return null;
  const found = withoutFormerLanguages(draft);
  const findings = await inTransaction(db, async (tx) =>
    findFindings(tx, { course: found, bodies: await freezeBodies(tx, found) }),
  );
  return {
    courseId: found.id,
    locales: found.locales.map((one) => localeSchema.parse(one)),
    sections: found.sections.map(({ id, titles, lessons }) => ({
      id,
      titles: translatedSchema.parse(titles),
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        slug: lesson.slug,
        kind: lesson.kind,
        titles: translatedSchema.parse(Object.fromEntries(lesson.texts.map(({ locale, title }) => [locale, title]))),
      })),
    })),
    findings,
    lengthChanges: await findLengthChanges(db, { courseId: found.id, releaseId: found.currentReleaseId }),
  };
}
