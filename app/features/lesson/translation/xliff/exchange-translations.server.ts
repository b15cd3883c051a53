import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { saveText } from "../../editing/save-text.server.ts";
import { lessonDocumentSchema } from "../../lesson-document.ts";
import { partsOf } from "../change-translation.server.ts";
import { unsafeFindPair } from "../find-translation.server.ts";
import { writeBasis } from "../keep-bases.server.ts";
import { joinParts } from "../split-document.ts";
import { planLesson, refusedUnit, type UnitOutcome } from "./plan-xliff.ts";
import { readXliff, type XliffFile } from "./read-xliff.ts";
import { writeXliff, type XliffLesson } from "./write-xliff.ts";

type Ctx = Pick<PersonContext, "db" | "actor" | "clock">;

async function openLanguages(ctx: Ctx, { course: slug, language }: { course: string; language: string }) {
  const course = await openCourseDraft(ctx, { course: slug });
  const source = localeSchema.parse(course.sourceLocale);
  const target = course.locales.find((locale) => locale === language && locale !== source);
  return { course, source, target };
}

function findLessons({ db }: Ctx, { courseId, slug }: { courseId: string; slug?: string }) {
  return db.lesson.findMany({
    where: { courseId, slug, removedAt: null, section: { removedAt: null } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
    select: { id: true, slug: true },
  });
}

/**
 * A course's lessons, or one, with their translations into a language as an XLIFF file. Throws 404 for who may not edit
 * the course, and for a language into which it is not translated.
 */
export async function exportXliff(
  ctx: Ctx,
  { course: slug, language, lesson }: { course: string; language: Locale; lesson?: string },
): Promise<{ name: string; xliff: string }> {
  const { course, source, target } = await openLanguages(ctx, { course: slug, language });
  if (!target) throw notFound();
  const lessons: XliffLesson[] = [];
  for (const { id, slug: name } of await findLessons(ctx, { courseId: course.id, slug: lesson })) {
    const pair = await unsafeFindPair(ctx.db, { lessonId: id, source, language: target });
    if (pair) lessons.push({ slug: name, ...pair });
  }
  if (lesson !== undefined && lessons.length === 0) throw notFound();
  return { name: `${lesson ?? slug}.${source}-${target}.xlf`, xliff: writeXliff({ lessons, source, target }) };
}

export type XliffReport = {
  source: Locale;
  target: Locale;
  lessons: { slug: string; outcomes: UnitOutcome[] }[];
};

type Input = { course: string; xliff: string };

/** Says what a file would do to the translations of a course, unit by unit; nothing is written. */
export async function lookAtXliff(ctx: Ctx, input: Input): Promise<XliffReport> {
  return goThrough(ctx, { ...input, takes: false });
}

/**
 * Takes the translations of a file into a course: what can be taken of it, each lesson whole; `lookAtXliff` says
 * beforehand what that is. Throws `changedMeanwhile` where somebody saved between.
 */
export async function takeXliff(ctx: Ctx, input: Input): Promise<XliffReport> {
  return goThrough(ctx, { ...input, takes: true });
}

const isDone = ({ what }: UnitOutcome) => what === "new" || what === "changed" || what === "confirmed";

async function goThrough(ctx: Ctx, { course: slug, xliff, takes }: Input & { takes: boolean }): Promise<XliffReport> {
  // Before anything of the file is read.
  await openCourseDraft(ctx, { course: slug });
  const file = readXliff(xliff);
  const { course, source, target } = await openLanguages(ctx, { course: slug, language: file.target });
  if (!target || file.source !== source) {
    const values = { source: file.source.slice(0, 20), target: file.target.slice(0, 20) };
    throw new ExpectedError({ code: "languages", messageKey: "translation:refused.languages", status: 422, values });
  }
  const known = await findLessons(ctx, { courseId: course.id });
  const lessons: XliffReport["lessons"] = [];
  for (const { slug: lesson, units } of file.lessons) {
    const found = known.find((one) => one.slug === lesson);
    const outcomes = found
      ? await goThroughLesson(ctx, { course: slug, lesson: found, source, target, units, takes })
      : units.map(({ id }) => refusedUnit(id, "noLesson"));
    lessons.push({ slug: lesson, outcomes });
  }
  return { source, target, lessons };
}

async function goThroughLesson(
  ctx: Ctx,
  input: {
    course: string;
    lesson: { id: string; slug: string };
    source: Locale;
    target: Locale;
    units: XliffFile["lessons"][number]["units"];
    takes: boolean;
  },
): Promise<UnitOutcome[]> {
  const { course, lesson, source, target, units, takes } = input;
  const pair = await unsafeFindPair(ctx.db, { lessonId: lesson.id, source, language: target });
  if (!pair) return units.map(({ id }) => refusedUnit(id, "noLesson"));
  const { outcomes, text } = planLesson({ source: pair.source, text: partsOf(pair, source), units });
  if (!takes || !outcomes.some(isDone)) return outcomes;
  await saveText(ctx, {
    ...{ course, lesson: lesson.slug, locale: target, title: text.title, summary: text.summary },
    document: lessonDocumentSchema.parse(joinParts(text.parts)),
    before: pair.translation?.updatedAt.toISOString() ?? null,
    basis: writeBasis(text.basis),
    cause: "imported",
  });
  return outcomes;
}
