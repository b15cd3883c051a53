import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { bestLocale, isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import type { PersonSection } from "./read-person.server.ts";

type Text = { locale: string; title: string };

function titleOf(texts: readonly Text[], locale: Locale): string | undefined {
  const known = texts.map((text) => text.locale).filter(isLocale);
  const chosen = bestLocale(known, locale);
  return texts.find((text) => text.locale === chosen)?.title;
}

const idsIn = (sections: readonly PersonSection[], column: string) => [
  ...new Set(sections.flatMap(({ rows }) => rows.map((row) => row[column]).filter((id) => typeof id === "string"))),
];

/** The titles of the courses and lessons that stand in the sections by their ids, in the language closest to hers. */
export async function nameThings(
  db: DbOrTx,
  { sections, locale }: { sections: readonly PersonSection[]; locale: Locale },
): Promise<Record<string, string>> {
  const select = { locale: true, title: true } as const;
  const courses = await db.courseText.findMany({
    where: { courseId: { in: idsIn(sections, "courseId") } },
    select: { courseId: true, ...select },
  });
  const lessonIds = [...new Set([...idsIn(sections, "lessonId"), ...idsIn(sections, "lastLessonId")])];
  const lessons = await db.releaseLessonText.findMany({
    where: { lessonId: { in: lessonIds } },
    distinct: ["lessonId", "locale"],
    select: { lessonId: true, ...select },
  });
  const named = new Map<string, Text[]>();
  const add = (id: string, text: Text) => named.set(id, [...(named.get(id) ?? []), text]);
  for (const { courseId, ...text } of courses) add(courseId, text);
  for (const { lessonId, ...text } of lessons) add(lessonId, text);
  return Object.fromEntries([...named].map(([id, texts]) => [id, titleOf(texts, locale) ?? texts[0]?.title ?? id]));
}
