import type { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";
import type { presenceSchema } from "./presence-schema.ts";

/** A tab that says nothing for so many milliseconds is taken to be closed. */
const SILENT_FOR = 15_000;

/** Somebody else, or the same person in another tab, who has a text of the lesson open. */
export type Present = { tab: string; name: string; locale: Locale; self: boolean };

/**
 * Says that the actor has a lesson's text open in a tab, or no longer has. Answers who else has one of the lesson, and
 * when the text was last saved. Throws 404 for who may not edit it.
 */
export async function markPresence(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { tab, locale, leaving, ...address }: { course: string; lesson: string } & z.output<typeof presenceSchema>,
): Promise<{ others: Present[]; updatedAt: string | null }> {
  const { course, lesson } = await openLessonDraft({ db, actor }, address);
  if (!course.locales.includes(locale)) throw notFound();
  const lessonId = lesson.id;
  const now = clock.now();
  const own = { lessonId_tab: { lessonId, tab } };
  const seen = { userId: actor.id, locale, seenAt: now };
  await db.editingPresence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - SILENT_FOR) } } });
  if (leaving) await db.editingPresence.deleteMany({ where: { lessonId, tab, userId: actor.id } });
  else await db.editingPresence.upsert({ where: own, create: { lessonId, tab, ...seen }, update: seen });
  const [rows, text] = await Promise.all([
    db.editingPresence.findMany({
      where: { lessonId, tab: { not: tab } },
      select: { tab: true, locale: true, userId: true, user: { select: { name: true } } },
      orderBy: { tab: "asc" },
    }),
    db.lessonText.findUnique({ where: { lessonId_locale: { lessonId, locale } }, select: { updatedAt: true } }),
  ]);
  const others = rows.map((row) => ({
    ...{ tab: row.tab, name: row.user.name, locale: localeSchema.parse(row.locale) },
    self: row.userId === actor.id,
  }));
  return { others, updatedAt: text?.updatedAt.toISOString() ?? null };
}
