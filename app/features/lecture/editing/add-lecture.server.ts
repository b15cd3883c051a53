import { z } from "zod";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { addLectureSchema } from "./edit-schema.ts";
import { freeSlug } from "./lecture-slug.ts";
import { openCourseDraft } from "./open-draft.server.ts";

const jsonSchema = z.record(z.string(), z.json());

/** A lesson's text is never empty: until it is written, it says what the summary says. */
function firstText(summary: string) {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: summary }] };
  return jsonSchema.parse(lessonDocumentSchema.parse({ type: "doc", content: [paragraph] }));
}

/**
 * Adds a lecture at the end of a section of a course's draft, and answers its slug. Throws `missingTitle` where a
 * language of the course has no title or summary, and 404 where the section is not of a course the actor may edit.
 */
export async function addLecture(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, section, title, summary }: { course: string } & z.output<typeof addLectureSchema>,
): Promise<{ slug: string }> {
  const course = await openCourseDraft(ctx, { course: slug });
  const texts = course.locales.map((locale) => {
    const texts = { title: title[locale], summary: summary[locale] };
    if (texts.title && texts.summary) return { locale, title: texts.title, summary: texts.summary };
    throw new ExpectedError({
      code: "missingTitle",
      messageKey: "lecture-editor:errors.missingTitle",
      status: 422,
      values: { locale },
    });
  });
  return inTransaction(ctx.db, async (tx) => {
    // One lesson of a course at a time: slug and position are chosen by what there is.
    await tx.$queryRaw`select 1 from "Course" where "id" = ${course.id}::uuid for update`;
    const found = await tx.section.findUnique({ where: { id_courseId: { id: section, courseId: course.id } } });
    if (!found) throw notFound();
    const lessons = await tx.lesson.findMany({ where: { courseId: course.id } });
    const here = lessons.filter(({ sectionId }) => sectionId === section);
    const made = freeSlug(title, new Set(lessons.map((lesson) => lesson.slug)));
    await tx.lesson.create({
      data: {
        courseId: course.id,
        sectionId: section,
        slug: made,
        position: Math.max(-1, ...here.map(({ position }) => position)) + 1,
        kind: "lecture",
        minutes: 1,
        texts: { create: texts.map((text) => ({ ...text, document: firstText(text.summary) })) },
        lecture: { create: {} },
      },
    });
    return { slug: made };
  });
}
