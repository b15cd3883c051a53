import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { type ImportReport, importAcademy } from "./import-academy.server.ts";

/**
 * Takes the sample academy in `root` in where the academy has no course yet, as on a first run; null where it has.
 * Throws `PackageRefused`.
 */
export async function importSampleAcademy(
  { db, clock }: { db: Db; clock: Clock },
  { root }: { root: string },
): Promise<ImportReport | null> {
  if ((await db.course.count()) > 0) return null;
  return importAcademy({ db, clock }, { root });
}
