import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { readBasis } from "./keep-bases.server.ts";
import { standingOf, type TranslationStanding } from "./translation-standing.ts";

export type TranslatedLesson = {
  slug: string;
  title: { text: string; locale: Locale };
  /** Whether there is something to translate. */
  written: boolean;
  standings: Partial<Record<Locale, TranslationStanding>>;
};

type Row = { title: string; summary: string; document: unknown; basis: unknown; locale: string };

function readStanding(source: Row, translation: Row | undefined): TranslationStanding {
  if (!translation) return { state: "none" };
  return standingOf({
    source: { ...source, document: lessonDocumentSchema.parse(source.document) },
    translation: { ...translation, document: lessonDocumentSchema.parse(translation.document) },
    basis: readBasis(translation.basis, source.locale),
  });
}

/**
 * How far each lesson of a draft is translated into each of the course's languages, in the order of the outline. Asks
 * nobody who may know it.
 */
export async function unsafeFindStandings(
  db: DbOrTx,
  { courseId, source, locales }: { courseId: string; source: Locale; locales: readonly Locale[] },
): Promise<TranslatedLesson[]> {
  const lessons = await db.lesson.findMany({
    where: { courseId, removedAt: null, section: { removedAt: null } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
    select: {
      slug: true,
      texts: { select: { locale: true, title: true, summary: true, document: true, basis: true } },
    },
  });
  const targets = locales.filter((locale) => locale !== source);
  return lessons.map(({ slug, texts }) => {
    const written = texts.find(({ locale }) => locale === source);
    const named = written ?? texts[0];
    const standing = (locale: Locale) =>
      written
        ? readStanding(
            written,
            texts.find((text) => text.locale === locale),
          )
        : ({ state: "none" } as const);
    return {
      slug,
      title: { text: named?.title || slug, locale: named ? localeSchema.parse(named.locale) : source },
      written: written !== undefined,
      standings: Object.fromEntries(targets.map((locale) => [locale, standing(locale)])),
    };
  });
}

/** The table of a course's translations. Throws 404 for who may not edit it. */
export async function findTranslations(asker: DraftAsker, address: { course: string }) {
  const { id, slug, titles, locales, sourceLocale } = await openCourseDraft(asker, address);
  const source = localeSchema.parse(sourceLocale);
  const lessons = await unsafeFindStandings(asker.db, { courseId: id, source, locales });
  return { course: { slug, titles }, source, targets: locales.filter((one) => one !== source), lessons };
}
