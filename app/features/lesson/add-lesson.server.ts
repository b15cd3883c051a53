import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { addLessonSchema } from "./add-lesson-schema.ts";
import { emptyDocument } from "./empty-document.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";
import { freeLessonSlug } from "./lesson-slug.ts";

const jsonSchema = z.record(z.string(), z.json());

/**
 * The text with which a lesson begins. One of text is empty, so that no release takes it before it is written, nor is
 * its translation held to be done; what introduces a lecture or a quiz says what the summary says.
 */
export function firstText({ kind, summary }: { kind: LessonKind; summary: string }) {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: summary }] };
  const document = kind === "text" ? emptyDocument : { type: "doc", content: [paragraph] };
  return jsonSchema.parse(lessonDocumentSchema.parse(document));
}

type AddLesson = { course: string; kind: LessonKind; minutes: number } & z.output<typeof addLessonSchema>;

/**
 * Adds a lesson to a section of a course's draft, its body with it by `addBody`, and answers its slug. It has a text in
 * each language in which it has a title; without a summary that says what the title says. Throws `missingTitle` where
 * the language in which the course is written first has none, and 404 where the section is not of a course
 * that the actor may edit.
 */
export async function addLesson(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, kind, minutes, section, before, title, summary }: AddLesson,
  addBody: (tx: Tx, lesson: { id: string; courseId: string }) => Promise<unknown>,
): Promise<{ slug: string; id: string }> {
  const course = await openCourseDraft(ctx, { course: slug });
  const texts = course.locales.flatMap((locale) => {
    const name = title[locale];
    return name ? [{ locale, title: name, summary: summary[locale] ?? name }] : [];
  });
  if (!texts.some(({ locale }) => locale === course.sourceLocale)) {
    const values = { locale: course.sourceLocale };
    throw new ExpectedError({ code: "missingTitle", messageKey: "release:add.missingTitle", status: 422, values });
  }
  return inTransaction(ctx.db, async (tx) => {
    // One lesson of a course at a time: slug and position are chosen by what there is.
    await tx.$queryRaw`select 1 from "Course" where "id" = ${course.id}::uuid for update`;
    const found = await tx.section.findUnique({
      where: { id_courseId: { id: section, courseId: course.id }, removedAt: null },
    });
    if (!found) throw notFound();
    const position = await makeRoom(tx, { section, before });
    const lessons = await tx.lesson.findMany({ where: { courseId: course.id }, select: { slug: true } });
    const made = freeLessonSlug(title, { taken: new Set(lessons.map((lesson) => lesson.slug)), fallback: kind });
    const lesson = await tx.lesson.create({
      data: {
        ...{ courseId: course.id, sectionId: section, slug: made, position, kind, minutes },
        texts: { create: texts.map((text) => ({ ...text, document: firstText({ kind, summary: text.summary }) })) },
      },
      select: { id: true, courseId: true },
    });
    await addBody(tx, lesson);
    await tx.course.update({ where: { id: course.id }, data: { outlineVersion: { increment: 1 } } });
    return { slug: made, id: lesson.id };
  });
}

/** The position of a new lesson; those that come after it move on by one. A lesson that has gone is as none. */
async function makeRoom(tx: Tx, { section, before }: { section: string; before: string | undefined }) {
  const here = await tx.lesson.findMany({ where: { sectionId: section }, select: { id: true, position: true } });
  const next = here.find(({ id }) => id === before);
  if (!next) return Math.max(-1, ...here.map(({ position }) => position)) + 1;
  await tx.lesson.updateMany({
    where: { sectionId: section, position: { gte: next.position } },
    data: { position: { increment: 1 } },
  });
  return next.position;
}
