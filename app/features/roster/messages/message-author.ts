import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";

/** What of a message's author is read to name her. */
export const authorSelect = { name: true, instructor: { select: { names: true } } } as const;

type Author = { name: string; instructor: { names: unknown } | null };

/** How an author is called before learners: by her public name as an instructor, else by the one she goes by. */
export function authorName(author: Author | null, locale: Locale): string | null {
  if (!author) return null;
  const names = translatedSchema.catch({}).parse(author.instructor?.names ?? {});
  return pickTranslated(names, locale).text || author.name;
}
