import { z } from "zod";
import { type DraftAsker, openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { type CslItem, cslItemSchema } from "./reference-schema.ts";

export const findReferencesSchema = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  after: z.string().max(64).default("").catch(""),
});

const PAGE = 50;

export type FoundReference = { item: CslItem; places: number };

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const usedSchema = z.array(z.object({ key: z.string(), lesson: z.string(), locale: z.string() }));

/** Where works of a course are cited: lessons of its draft, by language. */
export async function findCitingTexts(db: DbOrTx, { courseId, keys }: { courseId: string; keys: string[] }) {
  const rows = await queryRows(
    db,
    Prisma.sql`
      SELECT DISTINCT w->>'key' AS "key", l."slug" AS "lesson", t."locale"
      FROM "Lesson" l JOIN "LessonText" t ON t."lessonId" = l."id",
        jsonb_path_query(t."document", 'strict $.** ? (@.type == "citation").attrs.works[*]') w
      WHERE l."courseId" = ${courseId}::uuid AND l."removedAt" IS NULL AND w->>'key' = ANY(${keys}::text[])
      ORDER BY 1, 2, 3`,
  );
  return usedSchema.parse(rows);
}

/**
 * Works of a course's bibliography in the order of their keys, a page at a time, found by any of their words, with in
 * how many texts each is cited. Throws 404 for who may not edit the course.
 */
export async function findReferences(
  asker: DraftAsker,
  { course: slug, q, after }: { course: string } & z.output<typeof findReferencesSchema>,
) {
  const course = await openCourseDraft(asker, { course: slug });
  const rows = await queryRows(
    asker.db,
    Prisma.sql`
      SELECT "csl" FROM "CourseReference"
      WHERE "courseId" = ${course.id}::uuid AND "key" > ${after}
        ${q === "" ? Prisma.empty : Prisma.sql`AND "csl"::text ILIKE ${pattern(q)}`}
      ORDER BY "key" LIMIT ${PAGE + 1}`,
  );
  const found = z
    .array(z.object({ csl: cslItemSchema }))
    .parse(rows)
    .map(({ csl }) => csl);
  const shown = found.slice(0, PAGE);
  const uses = await findCitingTexts(asker.db, { courseId: course.id, keys: shown.map(({ id }) => id) });
  return {
    course,
    total: await asker.db.courseReference.count({ where: { courseId: course.id } }),
    references: shown.map(
      (item): FoundReference => ({
        item,
        places: uses.filter(({ key }) => key === item.id).length,
      }),
    ),
    next: found.length > PAGE ? shown.at(-1)?.id : undefined,
  };
}

/** One work of a course's bibliography. Throws 404 where there is none, and for who may not edit the course. */
export async function findReference(
  asker: DraftAsker,
  { course: slug, key }: { course: string; key: string },
): Promise<CslItem> {
  const course = await openCourseDraft(asker, { course: slug });
  const row = await asker.db.courseReference.findUnique({
    where: { courseId_key: { courseId: course.id, key } },
    select: { csl: true },
  });
  if (!row) throw notFound();
  return cslItemSchema.parse(row.csl);
}
