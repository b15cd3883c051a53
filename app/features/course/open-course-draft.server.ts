import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { canEditCourse } from "./course-access.ts";

export type DraftAsker = { db: DbOrTx; actor: PersonContext["actor"] };

const instructors = { select: { instructorId: true, role: true } } as const;

/** The draft of a course that the actor may edit. Throws 404 where there is none, or it was deleted. */
export async function openCourseDraft({ db, actor }: DraftAsker, { course: slug }: { course: string }) {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, locales: true, sourceLocale: true, deletedAt: true, instructors },
      texts: { select: { locale: true, title: true } },
    },
  });
  if (!course || course.deletedAt || !canEditCourse(actor, course)) throw notFound();
  const { id, locales, sourceLocale, texts } = course;
  const titles: Translated = Object.fromEntries(texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
  return { id, slug, locales: locales.map((one) => localeSchema.parse(one)), sourceLocale, titles };
}
