import type { Db } from "#app/platform/db/client.server.ts";
import { academyNames } from "#app/platform/i18n/academy-names.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findSite } from "./find-site.server.ts";
import { saidIn } from "./site.ts";

/** What the academy is called in a language: by its own name, or the one that it came with. */
export async function findAcademyName({ db, locale }: { db: Db; locale: Locale }): Promise<string> {
  return saidIn(await findSite(db), locale).name ?? academyNames[locale];
}
