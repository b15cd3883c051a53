import { z } from "zod";
import { canEditCourse } from "#app/features/course/course-access.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { InstructorRole } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const courseSchema = z.object({
  id: z.string(),
  slug: z.string(),
  deletedAt: z.coerce.date().nullable(),
  /** Languages of its lessons, in order of preference. */
  locales: z.array(localeSchema),
  titles: translatedSchema,
  instructors: z.array(z.object({ instructorId: z.string(), role: z.enum(InstructorRole) })),
});

export type BankCourse = Omit<z.infer<typeof courseSchema>, "instructors" | "deletedAt">;

/** The course whose question bank the actor may see and change. Throws 404 where there is none. */
export async function openBank(
  { db, actor }: { db: DbOrTx; actor: PersonContext["actor"] },
  { course: slug }: { course: string },
): Promise<BankCourse> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT c."id"::text, c."slug", c."deletedAt", c."locales",
      (SELECT coalesce(jsonb_object_agg(t."locale", t."title"), '{}') FROM "CourseText" t WHERE t."courseId" = c."id")
        AS "titles",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('instructorId', i."instructorId", 'role', i."role")), '[]')
        FROM "CourseInstructor" i WHERE i."courseId" = c."id") AS "instructors"
    FROM "Course" c WHERE c."slug" = ${slug}`,
  );
  const [course] = z.array(courseSchema).parse(rows);
  if (!course || !canEditCourse(actor, course)) throw notFound();
  const { instructors: _, deletedAt: __, ...rest } = course;
  return rest;
}
