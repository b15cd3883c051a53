import { z } from "zod";
import { canSeeReports } from "#app/features/course/course-access.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { InstructorRole } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { type ReadPeriod, readPeriod } from "./report-period.ts";
import type { ReportChoice } from "./report-schema.ts";

const courseSchema = z.object({
  courseId: z.uuid(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  role: z.enum(InstructorRole).nullable(),
  deletedAt: z.coerce.date().nullable(),
  /** Newest first. */
  cohorts: z.array(z.object({ id: z.uuid(), names: translatedSchema })),
  hasLearners: z.boolean(),
});

export type ReportedCourse = Omit<z.infer<typeof courseSchema>, "role" | "deletedAt"> & {
  slug: string;
  choice: ReportChoice;
  /** By whose days is counted: an IANA name. */
  timeZone: string;
} & ReadPeriod;

/**
 * A course whose reports the actor may see, with what she asked for. One query. Throws 404 where she holds no role in
 * the course, it was deleted, or the cohort is not the course's.
 */
export async function findReportedCourse(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug, choice }: { course: string; choice: ReportChoice },
): Promise<ReportedCourse> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT c."id" AS "courseId", ci."role", c."deletedAt"::text,
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles",
      (SELECT coalesce(json_agg(json_build_object('id', k."id", 'names', k."names") ORDER BY k."startsAt" DESC), '[]')
        FROM "Cohort" k WHERE k."courseId" = c."id") AS "cohorts",
      EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."courseId" = c."id") AS "hasLearners"
    FROM "Course" c
    LEFT JOIN "CourseInstructor" ci ON ci."courseId" = c."id" AND ci."instructorId" = ${actor.instructorId}::uuid
    WHERE c."slug" = ${slug}`,
  );
  if (rows[0] === undefined) throw notFound();
  const { role, deletedAt, ...course } = courseSchema.parse(rows[0]);
  if (!canSeeReports(actor, { role, deletedAt })) throw notFound();
  const { cohort } = choice;
  if (cohort !== undefined && cohort !== "none" && !course.cohorts.some(({ id }) => id === cohort)) throw notFound();
  return { ...course, slug, choice, timeZone: await readerZone(db, actor), ...readPeriod(choice) };
}
