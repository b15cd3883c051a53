import { Prisma } from "#app/platform/db/generated/client.ts";
import type { CourseFilters, FacetName } from "./course-filters.ts";

/** One SQL condition on the course "c" for each filter; `true` where it is not set. */
export function courseConditions(filters: CourseFilters): Record<FacetName, Prisma.Sql> {
  const { subject, level, language, price, instructor } = filters;
  const always = Prisma.sql`true`;
  return {
    subject: subject ? Prisma.sql`c."subjectSlug" = ${subject}` : always,
    level: level ? Prisma.sql`c."level" = ${level}::"Level"` : always,
    language: language ? Prisma.sql`${language} = ANY (c."locales")` : always,
    price: price ? (price === "free" ? Prisma.sql`c."priceAmount" = 0` : Prisma.sql`c."priceAmount" > 0`) : always,
    instructor: instructor
      ? Prisma.sql`EXISTS (SELECT FROM "CourseInstructor" ci JOIN "Instructor" i ON i."id" = ci."instructorId"
          WHERE ci."courseId" = c."id" AND i."handle" = ${instructor} AND ci."role" <> 'assistant')`
      : always,
  };
}

/** Joins what the search found as "found" to the course "c", where something is asked for. */
export function joinFound(q: string | undefined): Prisma.Sql {
  return q ? Prisma.sql`JOIN search_courses(${q}) AS found ON found."courseId" = c."id"` : Prisma.empty;
}
