import type { DraftToRelease } from "#app/features/lesson/draft-to-release.ts";
import type { FrozenBodies } from "#app/features/lesson/frozen-bodies.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { drawingReader } from "#app/features/lesson/read-course-media.server.ts";
import { findDrawable, freezePlan } from "#app/features/quiz/freeze-plan.server.ts";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import { quizPlanSchema } from "#app/features/quiz/quiz-plan.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { AskedQuestion, CheckedDraft, CheckedLesson } from "./checks/checked-draft.ts";
import { leadsOutside, linksOf } from "./checks/links-of.ts";
import { findDraftStandings } from "./find-draft-standings.server.ts";

/** All that the checks of a draft look at, read at once. */
export async function readCheckedDraft(
  tx: Tx,
  { course, bodies }: { course: DraftToRelease; bodies: FrozenBodies[] },
): Promise<CheckedDraft> {
  const openings = await findOpenings(tx, course.id);
  const sections = course.sections.map(({ titles, lessons }) => ({
    titles: translatedSchema.parse(titles),
    lessons: lessons.map(
      ({ id, slug, kind, texts }): CheckedLesson => ({
        ...{ id, slug, kind, ...(openings.get(id) ?? { opensAt: null, dripDays: null, requires: [] }) },
        texts: texts.map((text) => ({
          locale: localeSchema.parse(text.locale),
          title: text.title,
          document: lessonDocumentSchema.safeParse(text.document).data ?? null,
        })),
      }),
    ),
  }));
  const titled = await tx.courseText.findMany({ where: { courseId: course.id }, select: { locale: true } });
  return {
    slug: course.slug,
    locales: course.locales.map((one) => localeSchema.parse(one)),
    sections,
    titled: titled.map(({ locale }) => localeSchema.parse(locale)),
    bodies: bodies.flatMap(({ problems }) => problems),
    asked: await findAsked(tx, course),
    courses: await findSlugs(tx),
    media: new Set(course.media.map(({ path }) => path)),
    drawings: await readDrawings(course),
    outside: await findTried(tx, sections),
    standings: await findDraftStandings(tx, { courseId: course.id, sections }),
  };
}

async function findOpenings(tx: Tx, courseId: string) {
  const lessons = await tx.lesson.findMany({
    where: { courseId, removedAt: null },
    select: { id: true, opensAt: true, dripDays: true, requires: { select: { requiredLessonId: true } } },
  });
  return new Map(
    lessons.map(({ id, requires, ...opening }) => [
      id,
      { ...opening, requires: requires.map(({ requiredLessonId }) => requiredLessonId) },
    ]),
  );
}

async function findSlugs(tx: Tx): Promise<Set<string>> {
  const courses = await tx.course.findMany({ select: { slug: true } });
  const former = await tx.courseFormerSlug.findMany({ select: { slug: true } });
  return new Set([...courses, ...former].map(({ slug }) => slug));
}

async function readDrawings(course: DraftToRelease): Promise<Map<string, string>> {
  const read = drawingReader(course);
  const drawings = new Map<string, string>();
  for (const { path, contentType } of course.media) {
    const source = contentType === "image/svg+xml" ? await read(path) : null;
    if (source !== null) drawings.set(path, source);
  }
  return drawings;
}

/** The questions that each quiz of the draft may ask, by the id of its lesson. */
async function findAsked(tx: Tx, course: DraftToRelease): Promise<Map<string, AskedQuestion[]>> {
  const quizzes = course.sections.flatMap(({ lessons }) => lessons.filter(({ kind }) => kind === "quiz"));
  if (quizzes.length === 0) return new Map();
  const drafts = await tx.quiz.findMany({
    where: { lessonId: { in: quizzes.map(({ id }) => id) } },
    select: { lessonId: true, plan: true },
  });
  const known = await findDrawable(tx, { courseId: course.id });
  const plans = drafts.map(({ lessonId, plan }) => {
    const slots = freezePlan(quizPlanSchema.parse(plan), known).sections.flatMap((section) => section.slots);
    return { lessonId, versionIds: [...new Set(slots.flatMap(({ from }) => from.versionIds))] };
  });
  const versions = await tx.questionVersion.findMany({
    where: { id: { in: plans.flatMap(({ versionIds }) => versionIds) } },
    select: { id: true, body: true, question: { select: { name: true, type: true, locales: true } } },
  });
  const asked = new Map(
    versions.map(({ id, body, question: { name, type, locales } }) => [
      id,
      { name, locales, whole: questionTypes.get(type)?.parseBody(body).ok === true },
    ]),
  );
  return new Map(plans.map(({ lessonId, versionIds }) => [lessonId, versionIds.flatMap((id) => asked.get(id) ?? [])]));
}

async function findTried(tx: Tx, sections: CheckedDraft["sections"]): Promise<CheckedDraft["outside"]> {
  const addresses = outsideAddresses(sections);
  const tried = await tx.triedLink.findMany({ where: { address: { in: addresses } } });
  return new Map(tried.map(({ address, ...link }) => [address, link]));
}

/** The addresses outside the academy to which the lessons of a draft link, each once. */
export function outsideAddresses(sections: CheckedDraft["sections"]): string[] {
  const documents = sections.flatMap(({ lessons }) =>
    lessons.flatMap(({ texts }) => texts.flatMap(({ document }) => document ?? [])),
  );
  return [...new Set(documents.flatMap(linksOf).filter(leadsOutside))];
}
