import type { Tx } from "#app/platform/db/client.server.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { slugOf } from "../course-slug.ts";
import { freeHandle } from "../free-course-slug.server.ts";

type Teacher = { id: string; name: string; locale: string | null; instructorId: string | null };

/**
 * The id of a person's public face as an instructor, made from her name where there is none. `locale` is the language
 * that her name is taken to be in where she chose none.
 */
export async function ensureInstructor(tx: Tx, person: Teacher, { locale }: { locale: Locale }): Promise<string> {
  if (person.instructorId !== null) return person.instructorId;
  await tx.$queryRaw`select 1 from "User" where "id" = ${person.id}::uuid for update`;
  const held = await tx.instructor.findUnique({ where: { userId: person.id }, select: { id: true } });
  if (held) return held.id;
  const names = { [isLocale(person.locale) ? person.locale : locale]: person.name };
  const handle = await freeHandle(tx, slugOf(person.name, "instructor"));
  const data = { handle, userId: person.id, names, headlines: {}, bios: {} };
  const { id } = await tx.instructor.create({ data, select: { id: true } });
  return id;
}
