import { Prisma } from "#app/platform/db/generated/client.ts";
import type { BankFilters } from "./bank-filters.ts";
import type { BankCourse } from "./open-bank.server.ts";

/**
 * What the drafts of a course's quizzes draw from, as "source": a question by its id, or a pool by category and tags.
 */
export const planSources = (courseId: string) => Prisma.sql`
  "source" AS MATERIALIZED (
    SELECT z."lessonId", f->>'questionId' AS "questionId", f->'pool' AS "pool", f->'pool'->>'categoryId' AS "categoryId",
      ARRAY(SELECT jsonb_array_elements_text(f->'pool'->'tags')) AS "tags"
    FROM "Quiz" z CROSS JOIN jsonb_path_query(z."plan", '$.sections[*].slots[*].from') AS f
    WHERE z."courseId" = ${courseId}::uuid
  )`;

/** Whether the source "s" may draw the question "q". */
export const drawsFrom = Prisma.sql`(
  s."questionId" = q."id"::text
  OR (s."pool" IS NOT NULL AND (s."categoryId" IS NULL OR s."categoryId" = q."categoryId"::text) AND q."tags" @> s."tags")
)`;

const always = Prisma.sql`true`;

/** A category and all within it. */
const within = (categoryId: string) => Prisma.sql`q."categoryId" IN (
  WITH RECURSIVE "inside" AS (
    SELECT ${categoryId}::uuid AS "id"
    UNION SELECT c."id" FROM "QuestionCategory" c JOIN "inside" ON c."parentId" = "inside"."id"
  ) SELECT "id" FROM "inside")`;

function categoryCondition(category: string | undefined): Prisma.Sql {
  if (category === undefined) return always;
  return category === "none" ? Prisma.sql`q."categoryId" IS NULL` : within(category);
}

function languageCondition({ languages }: BankFilters, { locales }: BankCourse): Prisma.Sql {
  if (languages === undefined) return always;
  if (languages === "whole") return Prisma.sql`q."locales" @> ${locales}::text[]`;
  return Prisma.sql`NOT ${languages} = ANY (q."locales")`;
}

function usedCondition(used: BankFilters["used"]): Prisma.Sql {
  if (used === undefined) return always;
  const drawn = Prisma.sql`EXISTS (SELECT FROM "source" s WHERE ${drawsFrom})`;
  return used === "yes" ? drawn : Prisma.sql`NOT ${drawn}`;
}

/** Which questions "q" of a course pass the filters; reads "source" of `planSources`. */
export function bankConditions(course: BankCourse, filters: BankFilters): Prisma.Sql {
  const { q, tag, type, removed, category, used } = filters;
  const conditions = [
    Prisma.sql`q."courseId" = ${course.id}::uuid`,
    removed ? Prisma.sql`q."removedAt" IS NOT NULL` : Prisma.sql`q."removedAt" IS NULL`,
    q ? Prisma.sql`q."searchVector" @@ search_query(${q})` : always,
    tag ? Prisma.sql`q."tags" @> ARRAY[${tag}]::text[]` : always,
    type ? Prisma.sql`q."type" = ${type}` : always,
    categoryCondition(category),
    languageCondition(filters, course),
    usedCondition(used),
  ];
  return Prisma.join(conditions, " AND ");
}
