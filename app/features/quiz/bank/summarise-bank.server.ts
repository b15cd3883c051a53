import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { bankConditions, planSources } from "./bank-conditions.server.ts";
import type { BankFilters } from "./bank-filters.ts";
import { categoryTree } from "./category-tree.ts";
import type { BankCourse } from "./open-bank.server.ts";

const named = z.object({ name: z.string(), count: z.number() });

const summarySchema = z.object({
  /** Questions that pass the filters. */
  matching: z.number(),
  /** Questions of the bank that are not removed. */
  all: z.number(),
  uncategorised: z.number(),
  removed: z.number(),
  undoable: z.number(),
  categories: z.array(
    z.object({ id: z.string(), parentId: z.string().nullable(), name: z.string(), count: z.number() }),
  ),
  tags: z.array(named),
  types: z.array(named),
});

/** How many questions pass the filters, and what the bank of the course holds in all, in one query. */
export async function summariseBank(
  db: DbOrTx,
  { course, filters, removed }: { course: BankCourse; filters: BankFilters; removed: string[] },
) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${planSources(course.id)},
    "present" AS MATERIALIZED (
      SELECT "categoryId", "type", "tags" FROM "Question"
      WHERE "courseId" = ${course.id}::uuid AND "removedAt" IS NULL
    )
    SELECT
      (SELECT count(*)::integer FROM "Question" q WHERE ${bankConditions(course, filters)}) AS "matching",
      (SELECT count(*)::integer FROM "present") AS "all",
      (SELECT count(*)::integer FROM "present" WHERE "categoryId" IS NULL) AS "uncategorised",
      (SELECT count(*)::integer FROM "Question" WHERE "courseId" = ${course.id}::uuid AND "removedAt" IS NOT NULL)
        AS "removed",
      (SELECT count(*)::integer FROM "Question"
        WHERE "courseId" = ${course.id}::uuid AND "removedAt" IS NOT NULL AND "id" = ANY (${removed}::uuid[]))
        AS "undoable",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c."id", 'parentId', c."parentId", 'name', c."name",
          'count', (SELECT count(*) FROM "present" p WHERE p."categoryId" = c."id"))), '[]')
        FROM "QuestionCategory" c WHERE c."courseId" = ${course.id}::uuid) AS "categories",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t."tag", 'count', t."count") ORDER BY t."tag"), '[]')
        FROM (SELECT "tag", count(*) AS "count" FROM "present", unnest("tags") AS "tag" GROUP BY "tag"
          ORDER BY count(*) DESC, "tag" LIMIT 200) AS t) AS "tags",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t."type", 'count', t."count")), '[]')
        FROM (SELECT "type", count(*) AS "count" FROM "present" GROUP BY "type") AS t) AS "types"`,
  );
  const [summary] = z.array(summarySchema).length(1).parse(rows);
  if (!summary) throw new Error("A summary is one row");
  return { ...summary, categories: categoryTree(summary.categories) };
}

export type BankSummary = Awaited<ReturnType<typeof summariseBank>>;
