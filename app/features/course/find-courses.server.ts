import { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { courseConditions, joinFound } from "./course-conditions.server.ts";
import { type CourseCursor, decodeCursor, encodeCursor } from "./course-cursor.server.ts";
import { type CourseFilters, type CourseSort, effectiveSort } from "./course-filters.ts";
import { type CourseInList, selectCourses } from "./select-courses.server.ts";

export const COURSES_PER_PAGE = 12;

// Only these words ever stand in the SQL; the index of that language is read only when its collation is named.
const titleBy: Record<Locale, Prisma.Sql> = {
  ar: Prisma.sql`ct."title" COLLATE "ar-x-icu"`,
  en: Prisma.sql`ct."title" COLLATE "en-x-icu"`,
  fr: Prisma.sql`ct."title" COLLATE "fr-x-icu"`,
  es: Prisma.sql`ct."title" COLLATE "es-x-icu"`,
  tr: Prisma.sql`ct."title" COLLATE "tr-x-icu"`,
  ur: Prisma.sql`ct."title" COLLATE "ur-x-icu"`,
  ms: Prisma.sql`ct."title" COLLATE "ms-x-icu"`,
};

type Order = { key: Prisma.Sql; id: Prisma.Sql; falling: boolean };

function orderOf(sort: CourseSort, locale: Locale): Order {
  const id = Prisma.sql`c."id"`;
  if (sort === "title") return { key: titleBy[locale], id: Prisma.sql`ct."courseId"`, falling: false };
  if (sort === "shortest") return { key: Prisma.sql`c."minutes"`, id, falling: false };
  if (sort === "relevance") return { key: Prisma.sql`found."rank"`, id, falling: true };
  return { key: Prisma.sql`c."publishedAt"`, id, falling: true };
}

function keyOf(cursor: CourseCursor): Prisma.Sql {
  if (cursor.sort === "newest") return Prisma.sql`${cursor.key}::timestamptz`;
  if (cursor.sort === "title") return Prisma.sql`${cursor.key}::text`;
  return Prisma.sql`${cursor.key}::integer`;
}

/**
 * The query that picks one page and one course more of a listing: a walk along an index from the cursor on, so that
 * its cost follows the page and not the catalogue. Walking back gives the nearest first.
 */
export function pickCourses({
  filters,
  locale,
  cursor,
}: {
  filters: CourseFilters;
  locale: Locale;
  cursor: CourseCursor | undefined;
}): Prisma.Sql {
  const sort = effectiveSort(filters);
  const { key, id, falling } = orderOf(sort, locale);
  const back = cursor?.direction === "before";
  const way = falling !== back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = falling !== back ? Prisma.sql`<` : Prisma.sql`>`;
  const titles = Prisma.sql`JOIN "CourseTitle" ct ON ct."courseId" = c."id" AND ct."locale" = ${locale}`;
  return Prisma.sql`
    SELECT c."id", ${filters.q ? Prisma.sql`found."rank"` : Prisma.sql`0`} AS "rank"
    FROM "Course" c ${sort === "title" ? titles : Prisma.empty} ${joinFound(filters.q)}
    WHERE c."state" = 'published' AND ${Prisma.join(Object.values(courseConditions(filters)), " AND ")}
      ${cursor ? Prisma.sql`AND (${key}, ${id}) ${beyond} (${keyOf(cursor)}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY ${key} ${way}, ${id} ${way}
    LIMIT ${COURSES_PER_PAGE + 1}`;
}

function cursorAt(course: CourseInList, sort: CourseSort, direction: CourseCursor["direction"]): string {
  const place = { direction, id: course.id };
  if (sort === "newest") return encodeCursor({ sort, key: course.publishedAt, ...place });
  if (sort === "title") return encodeCursor({ sort, key: course.title, ...place });
  if (sort === "shortest") return encodeCursor({ sort, key: course.minutes, ...place });
  return encodeCursor({ sort, key: course.rank, ...place });
}

/**
 * One page of the published courses that pass the filters, with cursors to the pages beside it, in one query.
 * A cursor that is not understood gives the first page.
 */
export async function findCourses(
  { db, locale }: Pick<UseCaseContext, "db" | "locale">,
  { cursor: given, ...filters }: CourseFilters & { cursor?: string | undefined },
): Promise<{ courses: CourseInList[]; next: string | undefined; previous: string | undefined }> {
  const sort = effectiveSort(filters);
  const cursor = decodeCursor(given, sort);
  const found = await selectCourses(db, { locale, picked: pickCourses({ filters, locale, cursor }) });
  const more = found.length > COURSES_PER_PAGE;
  const back = cursor?.direction === "before";
  const courses = found.slice(0, COURSES_PER_PAGE);
  if (back) courses.reverse();
  const [first, last] = [courses[0], courses.at(-1)];
  return {
    courses,
    next: last && (back || more) ? cursorAt(last, sort, "after") : undefined,
    previous: first && (back ? more : cursor) ? cursorAt(first, sort, "before") : undefined,
  };
}
