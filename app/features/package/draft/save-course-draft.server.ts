import { z } from "zod";
import { unusedCohort } from "#app/features/course/unused-cohort.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { CourseDraft, DraftCohort } from "./course-draft.ts";
import { saveLectures } from "./save-lectures.server.ts";
import { savePackagedOutline } from "./save-packaged-outline.server.ts";
import { saveQuizzes } from "./save-quizzes.server.ts";

const jsonSchema = z.record(z.string(), z.json());

/**
 * Makes the draft in the database what `draft` says, inside the caller's transaction. Rows keep their ids; lessons
 * and sections that are no longer in it are removed and can be put back, removed ones that are in it are put back;
 * cohorts go only where nobody is enrolled. Prerequisites are not touched: they may name courses that are saved later.
 * A slug that changes stays known as a former one.
 */
export async function saveCourseDraft(tx: Tx, draft: CourseDraft, { now }: { now: Date }): Promise<void> {
  await saveCourse(tx, draft);
  await saveTexts(tx, draft);
  await saveInstructors(tx, draft);
  await saveCohorts(tx, draft);
  await savePackagedOutline(tx, draft, { now });
  await saveLectures(tx, draft);
  await saveQuizzes(tx, draft, { now });
  await saveReferences(tx, draft);
  await tx.courseMedia.deleteMany({ where: { courseId: draft.id } });
  await tx.courseMedia.createMany({ data: draft.media.map((media) => ({ ...media, courseId: draft.id })) });
}

async function saveReferences(tx: Tx, { id: courseId, references }: CourseDraft): Promise<void> {
  await tx.courseReference.deleteMany({ where: { courseId } });
  await tx.courseReference.createMany({
    data: references.map((item) => ({ courseId, key: item.id, csl: jsonSchema.parse(item) })),
  });
}

async function saveCourse(tx: Tx, draft: CourseDraft): Promise<void> {
  const data = {
    slug: draft.slug,
    sourceLocale: draft.sourceLocale,
    locales: draft.locales,
    subjectSlug: draft.subject,
    level: draft.level,
    coverSha256: draft.coverSha256,
    priceAmount: draft.price.amount,
    priceCurrency: draft.price.currency,
    seats: draft.seats,
    selfPaced: draft.selfPaced,
    enrolmentOpensAt: draft.enrolment.opensAt,
    enrolmentClosesAt: draft.enrolment.closesAt,
    completionRule: draft.completion,
    watchThreshold: draft.watchThreshold,
    certificateRule: draft.certificate.rule,
    certificateMonths: draft.certificate.months,
    accessDays: draft.accessDays,
    dropLowest: draft.dropLowest,
  };
  // Who has its outline open elsewhere is told that it is another one.
  const update = { ...data, outlineVersion: { increment: 1 } };
  await tx.course.upsert({ where: { id: draft.id }, create: { ...data, id: draft.id }, update });
}

async function saveTexts(tx: Tx, draft: CourseDraft): Promise<void> {
  await tx.courseText.deleteMany({ where: { courseId: draft.id } });
  await tx.courseText.createMany({
    data: Object.entries(draft.title).map(([locale, title]) => ({
      courseId: draft.id,
      locale,
      title,
      summary: lookUp(draft.summary, locale) ?? "",
      outcomes: lookUp(draft.outcomes, locale) ?? [],
    })),
  });
}

async function saveInstructors(tx: Tx, draft: CourseDraft): Promise<void> {
  await tx.courseInstructor.deleteMany({ where: { courseId: draft.id } });
  await tx.courseInstructor.createMany({
    data: draft.instructors.map((instructor, position) => ({ ...instructor, position, courseId: draft.id })),
  });
}

async function saveCohorts(tx: Tx, draft: CourseDraft): Promise<void> {
  const ids = draft.cohorts.map(({ id }) => id);
  await tx.cohort.deleteMany({ where: { courseId: draft.id, id: { notIn: ids }, ...unusedCohort } });
  for (const cohort of draft.cohorts) {
    const data = cohortData(cohort);
    const create = { ...data, id: cohort.id, courseId: draft.id };
    await tx.cohort.upsert({ where: { id: cohort.id }, create, update: data });
  }
}

function cohortData(cohort: DraftCohort) {
  return {
    names: cohort.name,
    startsAt: cohort.startsAt,
    endsAt: cohort.endsAt,
    enrolmentOpensAt: cohort.enrolment.opensAt,
    enrolmentClosesAt: cohort.enrolment.closesAt,
    seats: cohort.seats,
  };
}

function lookUp<Value>(texts: Partial<Record<string, Value>>, locale: string): Value | undefined {
  return texts[locale];
}
