import type { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { changedMeanwhile } from "../editing/changed-meanwhile.ts";
import { lessonsOf, type OutlineLesson, type StoredOutline } from "./draft-outline.ts";
import { findCircle } from "./find-circle.ts";
import { readOutline } from "./find-outline.server.ts";
import type { SentLesson, SentOutline, saveOutlineSchema } from "./outline-schema.ts";
import { renameLesson } from "./rename-lesson.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;
type SaveOutline = { course: string } & z.output<typeof saveOutlineSchema>;

function refuse(code: "unknownPart" | "missingTitle" | "circle", values: Record<string, string> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `outline:errors.${code}`, status: 422, values });
}

/**
 * Makes the outline of a course's draft what is sent, where nobody changed it since the version `before`, and answers
 * its new version. Sections and lessons that are left out are removed and can be put back; removed ones that are named
 * are put back; sections that are not known yet are made. Throws `changedMeanwhile`, `circle`, `missingTitle`,
 * `unknownPart` for what is of another course, and 404 for who may not edit it.
 */
export async function saveOutline(ctx: Context, { course: slug, before, outline }: SaveOutline) {
  const course = await openCourseDraft(ctx, { course: slug });
  if (outline.sections.some(({ titles }) => !titles[sourceOf(course)])) throw refuse("missingTitle");
  return inTransaction(ctx.db, async (tx): Promise<{ version: number }> => {
    // One change of an outline at a time, so that the outline compared is the outline replaced.
    await tx.$queryRaw`select 1 from "Course" where "id" = ${course.id}::uuid for update`;
    const stored = await readOutline(tx, course.id);
    if (stored.version !== before) throw changedMeanwhile();
    await assertFits(tx, { courseId: course.id, outline, stored, ctx });
    await writeSections(tx, { courseId: course.id, outline });
    await writeLessons(tx, { ctx, outline, stored });
    await removeRest(tx, { courseId: course.id, outline, now: ctx.clock.now() });
    const { outlineVersion: version } = await tx.course.update({
      where: { id: course.id },
      data: { outlineVersion: { increment: 1 } },
      select: { outlineVersion: true },
    });
    return { version };
  });
}

function sourceOf({ sourceLocale }: { sourceLocale: string }) {
  return translatedSchema.keyType.parse(sourceLocale);
}

const sentLessons = ({ sections }: SentOutline) => sections.flatMap(({ lessons }) => lessons);

type Fitting = { courseId: string; outline: SentOutline; stored: StoredOutline; ctx: Context };

async function assertFits(tx: Tx, { courseId, outline, stored, ctx }: Fitting): Promise<void> {
  const lessons = sentLessons(outline);
  const known = (id: string) => id in stored.facts;
  if (!lessons.every(({ id, requires }) => known(id) && requires.every(known))) throw refuse("unknownPart");
  const ids = outline.sections.map(({ id }) => id);
  const strangers = await tx.section.count({ where: { id: { in: ids }, courseId: { not: courseId } } });
  if (strangers > 0) throw refuse("unknownPart");
  const circle = findCircle(lessons);
  if (circle) throw refuse("circle", { lessons: nameAll(circle, { stored, ctx }) });
}

function nameAll(ids: string[], { stored, ctx }: Pick<Fitting, "stored" | "ctx">): string {
  const titles = new Map(allLessons(stored).map((lesson): [string, Translated] => [lesson.id, lesson.titles]));
  const names = ids.map((id) => pickTranslated(titles.get(id) ?? {}, ctx.locale).text);
  return new Intl.ListFormat(ctx.locale).format(names);
}

function allLessons({ outline, removed }: StoredOutline): OutlineLesson[] {
  return [...lessonsOf(outline), ...removed.lessons];
}

async function writeSections(tx: Tx, { courseId, outline }: { courseId: string; outline: SentOutline }) {
  for (const [position, { id, titles }] of outline.sections.entries()) {
    const data = { position, titles, removedAt: null };
    await tx.section.upsert({ where: { id }, create: { ...data, id, courseId }, update: data });
  }
}

type Writing = { ctx: Context; outline: SentOutline; stored: StoredOutline };

async function writeLessons(tx: Tx, { ctx, outline, stored }: Writing): Promise<void> {
  const before = new Map(allLessons(stored).map((lesson) => [lesson.id, lesson]));
  for (const { id: sectionId, lessons } of outline.sections) {
    for (const [position, lesson] of lessons.entries()) {
      const { id, titles, requires, ...facts } = lesson;
      await tx.lesson.update({ where: { id }, data: { ...facts, sectionId, position, removedAt: null } });
      const was = before.get(id);
      if (was && !isSameSet(was.requires, requires)) await writeRequires(tx, lesson);
      if (was && titles) await renameLesson(tx, { ctx, lessonId: id, before: was.titles, titles });
    }
  }
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return new Set([...some, ...others]).size === some.length && some.length === new Set(others).size;
}

async function writeRequires(tx: Tx, { id: lessonId, requires }: SentLesson): Promise<void> {
  await tx.lessonPrerequisite.deleteMany({ where: { lessonId } });
  const data = [...new Set(requires)].map((requiredLessonId) => ({ lessonId, requiredLessonId }));
  await tx.lessonPrerequisite.createMany({ data });
}

async function removeRest(tx: Tx, { courseId, outline, now }: { courseId: string; outline: SentOutline; now: Date }) {
  const rest = (kept: string[]) => ({ where: { courseId, removedAt: null, id: { notIn: kept } } });
  const data = { removedAt: now };
  await tx.lesson.updateMany({ ...rest(sentLessons(outline).map(({ id }) => id)), data });
  await tx.section.updateMany({ ...rest(outline.sections.map(({ id }) => id)), data });
}
