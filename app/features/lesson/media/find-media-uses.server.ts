import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

/** Where a course shows one of its files; a lesson by the language of its text, a question by its name. */
const useSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("lesson"), path: z.string(), slug: z.string(), locale: z.string(), title: z.string() }),
  z.object({ kind: z.literal("question"), path: z.string(), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("cover"), path: z.string() }),
]);

export type MediaUse = z.output<typeof useSchema>;

const rowSchema = z.object({ use: useSchema });

/** Where the draft of a course, its bank or its cover shows these files: lessons first, by their places in texts. */
export async function findMediaUses(
  db: DbOrTx,
  { courseId, paths }: { courseId: string; paths: string[] },
): Promise<MediaUse[]> {
  if (paths.length === 0) return [];
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT jsonb_build_object('kind', 'lesson', 'path', "src" #>> '{}', 'slug', l."slug", 'locale', t."locale", 'title', t."title") AS "use"
      FROM "Lesson" l
      JOIN "LessonText" t ON t."lessonId" = l."id"
      CROSS JOIN LATERAL (
        SELECT DISTINCT "src" FROM jsonb_path_query(t."document", '$.**.src ? (@.type() == "string")') AS "src"
      ) AS "shown"
      WHERE l."courseId" = ${courseId}::uuid AND "src" #>> '{}' = ANY(${paths})
    UNION ALL
    SELECT jsonb_build_object('kind', 'question', 'path', p."path", 'id', q."id", 'title', q."name")
      FROM "Question" q
      JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."number" = q."current"
      JOIN unnest(${paths}::text[]) AS p("path") ON position(p."path" IN v."body"::text) > 0
      WHERE q."courseId" = ${courseId}::uuid AND q."removedAt" IS NULL
    UNION ALL
    SELECT jsonb_build_object('kind', 'cover', 'path', m."path")
      FROM "CourseMedia" m
      JOIN "Course" c ON c."id" = m."courseId" AND c."coverSha256" = m."sha256"
      WHERE m."courseId" = ${courseId}::uuid AND m."path" = ANY(${paths})`,
  );
  return rows.map((row) => rowSchema.parse(row).use);
}
