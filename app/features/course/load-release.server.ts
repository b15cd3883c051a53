import { LRUCache } from "lru-cache";
import type { Db } from "#app/platform/db/client.server.ts";
import { type ReleaseOutline, releaseOutlineSchema } from "./release-outline.ts";

// A release never changes, so what was read of it once needs no asking again.
const outlines = new LRUCache<string, ReleaseOutline>({ max: 1_000 });
const texts = new LRUCache<string, Map<string, LessonText[]>>({ max: 1_000 });

/** A lesson's text in one language, by the hash of its rendering. */
export type LessonText = { locale: string; title: string; summary: string; renderingSha256: string };

/** The outlines of releases, in the order of their ids; one query for those that are not remembered. */
export async function loadOutlines(db: Db, releaseIds: readonly string[]): Promise<ReleaseOutline[]> {
  const unknown = [...new Set(releaseIds)].filter((id) => !outlines.has(id));
  // Kept beside the cache too: more may be asked for at once than the cache holds.
  const read = new Map<string, ReleaseOutline>();
  if (unknown.length > 0) {
    const rows = await db.release.findMany({ where: { id: { in: unknown } }, select: { id: true, outline: true } });
    for (const { id, outline } of rows) read.set(id, releaseOutlineSchema.parse(outline));
  }
  for (const [id, outline] of read) outlines.set(id, outline);
  return releaseIds.map((id) => {
    const outline = read.get(id) ?? outlines.get(id);
    if (!outline) throw new Error(`There is no release ${id}`);
    return outline;
  });
}

/** The languages in which a lesson of a release exists, with title and rendering. Empty where it is not in it. */
export async function loadLessonTexts(
  db: Db,
  { releaseId, lessonId }: { releaseId: string; lessonId: string },
): Promise<LessonText[]> {
  const known = texts.get(releaseId) ?? (await readTexts(db, releaseId));
  return known.get(lessonId) ?? [];
}

async function readTexts(db: Db, releaseId: string): Promise<Map<string, LessonText[]>> {
  const rows = await db.releaseLessonText.findMany({
    where: { releaseId },
    select: { lessonId: true, locale: true, title: true, summary: true, renderingSha256: true },
  });
  const byLesson = new Map<string, LessonText[]>();
  for (const { lessonId, ...text } of rows) byLesson.set(lessonId, [...(byLesson.get(lessonId) ?? []), text]);
  if (rows.length > 0) texts.set(releaseId, byLesson);
  return byLesson;
}
