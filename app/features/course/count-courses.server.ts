import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { isBehind } from "#app/platform/db/replica.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { courseConditions, joinFound } from "./course-conditions.server.ts";
import { type CourseFilters, type FacetName, facetNames } from "./course-filters.ts";

const rowsSchema = z.array(
  z.object({
    facet: z.enum([...facetNames, "total"]),
    value: z.string(),
    names: translatedSchema.nullable(),
    count: z.number(),
    lessons: z.number(),
  }),
);

type Facet = { value: string; names: Translated | null; count: number };
type Counts = { total: number; lessons: number; facets: Record<FacetName, Facet[]> };

/** For each filter its values with how many courses each would leave, given the other filters; and how many there are now. */
export type CourseCounts = Awaited<ReturnType<typeof countCourses>>;

// Counting reads every course that is published, so the answer is remembered until something in the academy changes.
const REMEMBERED_MS = 60_000;
let remembered = new WeakMap<Db, LRUCache<string, Promise<Counts>>>();
onNotification("academy_changed", () => {
  remembered = new WeakMap();
});

function rememberedOf(db: Db) {
  const known = remembered.get(db) ?? new LRUCache<string, Promise<Counts>>({ max: 500, ttl: REMEMBERED_MS });
  remembered.set(db, known);
  return known;
}

async function count(db: Db, filters: CourseFilters): Promise<Counts> {
  const conditions = courseConditions(filters);
  const passes = (except?: FacetName) =>
    Prisma.join(
      facetNames.filter((name) => name !== except).map((name) => Prisma.raw(`"${name}"`)),
      " AND ",
    );
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "candidate" AS MATERIALIZED (
      SELECT c."id", c."lessonCount", c."subjectSlug", c."level"::text AS "levelValue", c."locales", c."priceAmount",
        ${Prisma.join(facetNames.map((name) => Prisma.sql`${conditions[name]} AS ${Prisma.raw(`"${name}"`)}`))}
      FROM "Course" c ${joinFound(filters.q)} WHERE c."state" = 'published'
    )
    SELECT 'total' AS "facet", '' AS "value", NULL::jsonb AS "names", count(*)::int AS "count",
        coalesce(sum("lessonCount"), 0)::int AS "lessons"
      FROM "candidate" WHERE ${passes()}
    UNION ALL SELECT 'subject', s."slug", s."names", count(*)::int, 0
      FROM "candidate" JOIN "Subject" s ON s."slug" = "subjectSlug" WHERE ${passes("subject")} GROUP BY s."slug"
    UNION ALL SELECT 'level', "levelValue", NULL, count(*)::int, 0
      FROM "candidate" WHERE ${passes("level")} GROUP BY "levelValue"
    UNION ALL SELECT 'language', l, NULL, count(*)::int, 0
      FROM "candidate", unnest("locales") AS l WHERE ${passes("language")} GROUP BY l
    UNION ALL SELECT 'price', CASE WHEN "priceAmount" = 0 THEN 'free' ELSE 'paid' END, NULL, count(*)::int, 0
      FROM "candidate" WHERE ${passes("price")} GROUP BY 2
    UNION ALL SELECT 'instructor', i."handle", i."names", count(*)::int, 0
      FROM "candidate" JOIN "CourseInstructor" ci ON ci."courseId" = "candidate"."id" AND ci."role" <> 'assistant'
      JOIN "Instructor" i ON i."id" = ci."instructorId" WHERE ${passes("instructor")} GROUP BY i."id"
    ORDER BY "facet", "count" DESC, "value"`,
  );
  const parsed = rowsSchema.parse(rows);
  const valuesOf = (facet: FacetName) => parsed.filter((row) => row.facet === facet);
  const whole = parsed.find(({ facet }) => facet === "total");
  return {
    total: whole?.count ?? 0,
    lessons: whole?.lessons ?? 0,
    facets: {
      subject: valuesOf("subject"),
      level: valuesOf("level"),
      language: valuesOf("language"),
      price: valuesOf("price"),
      // A long list of names helps nobody; the search finds the others.
      instructor: valuesOf("instructor").slice(0, 50),
    },
  };
}

function countOrRemember(db: Db, filters: CourseFilters): Promise<Counts> {
  if (isBehind(db)) return count(db, filters);
  const known = rememberedOf(db);
  const key = JSON.stringify([filters.q, ...facetNames.map((name) => filters[name])]);
  const earlier = known.get(key);
  if (earlier) return earlier;
  const answer = count(db, filters);
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

/** Counts the published courses by each filter: one query, or none while the answer is remembered. */
export async function countCourses({ db, locale }: Pick<UseCaseContext, "db" | "locale">, filters: CourseFilters) {
  const { total, lessons, facets } = await countOrRemember(db, filters);
  const shown = (values: Facet[]) =>
    values.map(({ value, names, count }) => ({ value, name: names && pickTranslated(names, locale), count }));
  return {
    /** Courses that pass all the filters, and the lessons in them. */
    total,
    lessons,
    facets: {
      subject: shown(facets.subject),
      level: shown(facets.level),
      language: shown(facets.language),
      price: shown(facets.price),
      instructor: shown(facets.instructor),
    },
  };
}
