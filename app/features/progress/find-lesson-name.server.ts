import { z } from "zod";
import { loadOutlines } from "#app/features/course/load-release.server.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { rememberUntilChange } from "#app/platform/db/remember.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const courseSchema = z.object({ slug: z.string(), titles: translatedSchema, currentReleaseId: z.uuid() });
type Course = z.infer<typeof courseSchema>;

const courses = rememberUntilChange<Course>({ max: 1_000, milliseconds: 60_000 });

/**
 * What a lesson and its course are called and where they are, as everybody meets them now. Undefined where the lesson
 * is not in the current release of the course at this address. Says nothing of who may open it.
 */
export async function findLessonName({ db }: Pick<UseCaseContext, "db">, address: { slug: string; lessonId: string }) {
  const memory = courses(db);
  const found = memory.get(address.slug) ?? (await readCourse(db, address.slug));
  if (!found) return undefined;
  memory.set(address.slug, found);
  const { currentReleaseId, ...course } = found;
  const [outline] = await loadOutlines(db, [currentReleaseId]);
  const lessons = outline?.sections.flatMap((section) => section.lessons) ?? [];
  const lesson = lessons.find(({ id }) => id === address.lessonId);
  return lesson && { course, lesson: { slug: lesson.slug, titles: lesson.titles } };
}

async function readCourse(db: Db, slug: string): Promise<Course | undefined> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT c."slug", c."currentReleaseId",
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles"
    FROM "Course" c WHERE c."slug" = ${slug} AND c."currentReleaseId" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "CourseText" t WHERE t."courseId" = c."id")`,
  );
  return row === undefined ? undefined : courseSchema.parse(row);
}
