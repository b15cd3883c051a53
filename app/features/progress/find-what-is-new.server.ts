import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";

/** `notes` in the language of the screens, or in the best of those in which they were written. */
export type WhatIsNew = { notes: { text: string; locale: Locale }; at: Date };

/**
 * What those who teach wrote of the current release of a course, for a learner who began with an earlier one; null
 * where they wrote nothing.
 */
export async function findWhatIsNew(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  { course: slug }: { course: string },
): Promise<WhatIsNew | null> {
  const found = await db.enrolment.findFirst({
    where: { userId: actor.id, state: "active", course: { slug } },
    select: {
      release: { select: { number: true } },
      course: { select: { currentRelease: { select: { number: true, notes: true, createdAt: true } } } },
    },
  });
  const current = found?.course.currentRelease;
  if (!found || !current?.notes || current.number <= found.release.number) return null;
  return { notes: pickTranslated(translatedSchema.parse(current.notes), locale), at: current.createdAt };
}
