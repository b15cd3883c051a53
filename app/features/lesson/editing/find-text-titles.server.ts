import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { TextTitle } from "./text-titles.ts";

/** Under which titles a lesson of a draft is written, in each of the languages. */
export async function findTextTitles(
  db: DbOrTx,
  { lessonId, locales }: { lessonId: string; locales: Locale[] },
): Promise<TextTitle[]> {
  const rows = await db.lessonText.findMany({ where: { lessonId }, select: { locale: true, title: true } });
  return locales.map((locale) => ({ locale, title: rows.find((one) => one.locale === locale)?.title ?? null }));
}
