import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseState, InstructorRole } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { canSeeRoster } from "./enrolment-access.ts";
import type { TaughtFilter } from "./taught-filters.ts";

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
  deletedAt: z.coerce.date().nullable(),
  /** Whether certificates were issued for it, by which it is kept for ever. */
  certified: z.boolean(),
});

export type TaughtCourse = z.infer<typeof taughtSchema>;

/**
 * The courses where the actor holds a role (an admin: all of them), by slug, with their numbers, a page at a time.
 * `after` is the `next` of the page before; `q` is looked for in titles and slugs. Deleted ones are for those who may
 * put them back: the owner and admins.
 */
export async function findTaughtCourses(
  ctx: Pick<PersonContext, "db" | "actor">,
  { after, q, filter = "current", limit = PAGE }: ListChoice = {},
): Promise<{ courses: TaughtCourse[]; next: string | undefined }> {
  const mine = isAdmin(ctx.actor) ? Prisma.sql`true` : whoseAre(filter);
  const from = after === undefined ? Prisma.empty : Prisma.sql`AND c."slug" > ${after}`;
  const where = Prisma.sql`${mine} AND ${statesOf(filter)} ${named(q)} ${from}`;
  const found = await findRows(ctx, Prisma.sql`${where} ORDER BY c."slug" LIMIT ${limit + 1}`);
  const courses = found.slice(0, limit);
  return { courses, next: found.length > limit ? courses.at(-1)?.slug : undefined };
}

type ListChoice = { after?: string; q?: string; filter?: TaughtFilter; limit?: number };

function whoseAre(filter: TaughtFilter): Prisma.Sql {
  return filter === "deleted" ? Prisma.sql`ci."role" = 'owner'` : Prisma.sql`ci."role" IS NOT NULL`;
}

function statesOf(filter: TaughtFilter): Prisma.Sql {
  if (filter === "deleted") return Prisma.sql`c."deletedAt" IS NOT NULL`;
  if (filter === "current") return Prisma.sql`c."deletedAt" IS NULL AND c."state" <> 'archived'`;
  return Prisma.sql`c."deletedAt" IS NULL AND c."state" = ${filter}::"CourseState"`;
}

function named(q: string | undefined): Prisma.Sql {
  if (!q) return Prisma.empty;
  return Prisma.sql`AND (strpos(c."slug", lower(${q})) > 0 OR EXISTS (
    SELECT FROM "CourseText" t
    WHERE t."courseId" = c."id" AND strpos(normalise_search(t."title"), normalise_search(${q})) > 0))`;
}

/** One of them. Throws 404 where the actor holds no role in the course, and where it was deleted. */
export async function findTaughtCourse(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<TaughtCourse> {
  const [course] = await findRows(ctx, Prisma.sql`c."slug" = ${slug} AND c."deletedAt" IS NULL`);
  if (!course || !canSeeRoster(ctx.actor, course)) throw notFound();
  return course;
}

async function findRows({ db, actor }: Pick<PersonContext, "db" | "actor">, where: Prisma.Sql) {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c."slug", c."state", c."seatsTaken" AS "learners", c."lessonCount", c."currentReleaseId", ci."role", c."deletedAt",
      EXISTS (SELECT FROM "Certificate" k WHERE k."courseId" = c."id") AS "certified",
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
