import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";

/** The academy's subjects in their order, each by its best name for the reader. */
export async function findSubjects({ db, locale }: { db: DbOrTx; locale: Locale }) {
  const rows = await db.subject.findMany({ orderBy: [{ position: "asc" }, { slug: "asc" }] });
  return rows.map(({ slug, names }) => ({ slug, name: pickTranslated(translatedSchema.parse(names), locale) }));
}
