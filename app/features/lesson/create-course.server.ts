import { randomUUID } from "node:crypto";
import { canCreateCourse } from "#app/features/course/course-access.ts";
import { slugOf } from "#app/features/course/course-slug.ts";
import { freeCourseSlug } from "#app/features/course/free-course-slug.server.ts";
import { ensureInstructor } from "#app/features/course/instructors/ensure-instructor.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { locales as allLocales, type Locale } from "#app/platform/i18n/locales.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { firstText } from "./add-lesson.server.ts";
import type { NewCourse } from "./create-course-schema.ts";

/** How long a lesson is taken to be until it is written. */
const FIRST_MINUTES = 10;

/**
 * Makes a course, owned by the actor, with a first section and a first lesson of text in each of its languages, so that
 * one can begin at once. Answers the slugs of both. A person who had no public face as an instructor is given one.
 * Throws 404 for who may make none, and `noSubject`.
 */
export async function createCourse(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  input: NewCourse,
): Promise<{ slug: string; lesson: string }> {
  if (!canCreateCourse(actor)) throw notFound();
  const { title, sourceLocale, subject, level } = input;
  const languages = allLocales.filter((one) => one === sourceLocale || input.locales.includes(one));
  return inTransaction(db, async (tx) => {
    if ((await tx.subject.count({ where: { slug: subject } })) === 0) {
      throw new ExpectedError({ code: "noSubject", messageKey: "course-making:errors.noSubject", status: 422 });
    }
    const instructorId = await ensureInstructor(tx, actor, { locale });
    const course = await tx.course.create({
      data: {
        slug: await freeCourseSlug(tx, slugOf(title, "course")),
        ...{ sourceLocale, locales: languages, subjectSlug: subject, level },
        // What the catalogue says is never empty: until a summary is written, it says what the title says.
        texts: { create: { locale: sourceLocale, title, summary: title, outcomes: [] } },
        instructors: { create: { instructorId, role: "owner" } },
      },
      select: { id: true, slug: true },
    });
    return { slug: course.slug, lesson: await addFirstLesson(tx, { courseId: course.id, languages }) };
  });
}

async function addFirstLesson(tx: Tx, { courseId, languages }: { courseId: string; languages: Locale[] }) {
  const words = (one: Locale) => serverWords(one).of("course-making");
  const sectionId = randomUUID();
  const titles = Object.fromEntries(languages.map((one) => [one, words(one)("first.section")]));
  await tx.section.create({ data: { id: sectionId, courseId, position: 0, titles } });
  const texts = languages.map((one) => {
    const title = words(one)("first.lesson");
    return { locale: one, title, summary: title, document: firstText({ kind: "text", summary: title }) };
  });
  const { slug } = await tx.lesson.create({
    data: {
      ...{ courseId, sectionId, slug: "first-lesson", position: 0, kind: "text", minutes: FIRST_MINUTES },
      texts: { create: texts },
    },
    select: { slug: true },
  });
  return slug;
}
