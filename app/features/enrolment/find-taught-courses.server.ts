import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseState, InstructorRole } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { canSeeRoster } from "./enrolment-access.ts";

const PAGE = 50;

const taughtSchema = z.object({
  slug: z.string(),
  state: z.enum(CourseState),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  /** The actor's own; an admin may have none. */
  role: z.enum(InstructorRole).nullable(),
  /** Places taken now. */
  learners: z.number(),
  finished: z.number(),
  lessonCount: z.number(),
  currentReleaseId: z.uuid().nullable(),
  releaseNumber: z.number().nullable(),
  releasedAt: z.coerce.date().nullable(),
});

export type TaughtCourse = z.infer<typeof taughtSchema>;

/**
 * The courses where the actor holds a role (an admin: all of them), by slug, with their numbers, a page at a time.
 * `after` is the `next` of the page before.
 */
export async function findTaughtCourses(
  ctx: Pick<PersonContext, "db" | "actor">,
  { after, limit = PAGE }: { after?: string; limit?: number } = {},
): Promise<{ courses: TaughtCourse[]; next: string | undefined }> {
  const mine = isAdmin(ctx.actor) ? Prisma.sql`true` : Prisma.sql`ci."role" IS NOT NULL`;
  const from = after === undefined ? Prisma.empty : Prisma.sql`AND c."slug" > ${after}`;
  const found = await findRows(ctx, Prisma.sql`${mine} ${from} ORDER BY c."slug" LIMIT ${limit + 1}`);
  const courses = found.slice(0, limit);
  return { courses, next: found.length > limit ? courses.at(-1)?.slug : undefined };
}

/** One of them. Throws 404 where the actor holds no role in the course. */
export async function findTaughtCourse(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<TaughtCourse> {
  const [course] = await findRows(ctx, Prisma.sql`c."slug" = ${slug}`);
  if (!course || !canSeeRoster(ctx.actor, course)) throw notFound();
  return course;
}

async function findRows({ db, actor }: Pick<PersonContext, "db" | "actor">, where: Prisma.Sql) {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c."slug", c."state", c."seatsTaken" AS "learners", c."lessonCount", c."currentReleaseId", ci."role",
      r."number" AS "releaseNumber", r."createdAt" AS "releasedAt",
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles",
      (SELECT count(*)::int FROM "Enrolment" e WHERE e."courseId" = c."id" AND e."completedAt" IS NOT NULL) AS "finished"
    FROM "Course" c
    LEFT JOIN "Release" r ON r."id" = c."currentReleaseId"
    LEFT JOIN "CourseInstructor" ci
      ON ci."courseId" = c."id" AND ci."instructorId" = ${actor.instructorId}::uuid
    WHERE ${where}`;
  return z.array(taughtSchema).parse(rows);
}
