import { z } from "zod";
import type { Grade } from "#app/features/progress/course-grade.ts";
import { findEnrolmentGrades, type GradedLesson } from "#app/features/progress/find-enrolment-grades.server.ts";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { findGradedColumns } from "./find-graded-columns.server.ts";
import type { GradebookChoice } from "./gradebook-schema.ts";
import { openGradebook } from "./open-gradebook.server.ts";

const PAGE = 50;

const learnerSchema = z.object({
  enrolmentId: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(EnrolmentState),
  cohortNames: translatedSchema.nullable(),
});

type Learner = z.infer<typeof learnerSchema>;

/** `lessons` are those that her own release grades. */
export type GradebookRow = Learner & { grade: Grade; lessons: GradedLesson[] };

const cursorSchema = z.tuple([z.string(), z.uuid()]);

function readCursor(after: string | undefined) {
  try {
    return after ? cursorSchema.safeParse(JSON.parse(after)).data : undefined;
  } catch {
    return undefined;
  }
}

// By no language's own rules: one order, whoever reads.
const byName = Prisma.sql`u."name" COLLATE "und-x-icu"`;

type Asked = { courseId: string; choice: GradebookChoice; limit: number };

/** Learners of a course by name with what they came to; `limit` at most, behind the cursor. */
export async function readGradebook(
  db: DbOrTx,
  { courseId, choice: { q, cohort, after }, limit }: Asked,
): Promise<{ rows: GradebookRow[]; next: string | undefined }> {
  const cursor = readCursor(after);
  const behind = cursor
    ? Prisma.sql`AND (${byName}, e."id") > (${cursor[0]} COLLATE "und-x-icu", ${cursor[1]}::uuid)`
    : Prisma.empty;
  // Read first and from an index: judged learner by learner, their names would be taken apart one by one.
  const named = q
    ? Prisma.sql`AND e."userId" IN (
        SELECT m."id" FROM "User" m WHERE person_search_vector(m."name", m."email") @@ search_query(${q}))`
    : Prisma.empty;
  const found = learnerSchema.array().parse(
    await queryRows(
      db,
      Prisma.sql`
      SELECT e."id" AS "enrolmentId", u."name", u."email", e."state", k."names" AS "cohortNames"
      FROM "Enrolment" e JOIN "User" u ON u."id" = e."userId" LEFT JOIN "Cohort" k ON k."id" = e."cohortId"
      WHERE e."courseId" = ${courseId}::uuid ${cohort ? Prisma.sql`AND e."cohortId" = ${cohort}::uuid` : Prisma.empty}
        ${named} ${behind}
      ORDER BY ${byName}, e."id" LIMIT ${limit + 1}`,
    ),
  );
  const learners = found.slice(0, limit);
  const grades = await findEnrolmentGrades(db, { enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId) });
  const last = learners.at(-1);
  return {
    rows: learners.map((learner) => {
      const { grade, lessons } = grades.get(learner.enrolmentId) ?? { grade: null, lessons: [] };
      return { ...learner, grade, lessons };
    }),
    next: last && found.length > limit ? JSON.stringify([last.name, last.enrolmentId]) : undefined,
  };
}

/**
 * The grades of a course's learners by name, a page at a time, lesson by lesson. `after` is the `next` of the page
 * before. Throws 404 where the actor holds no role in the course, and for a cohort that is not its.
 */
export async function findGradebook(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, choice, limit = PAGE }: { course: string; choice: GradebookChoice; limit?: number },
) {
  const course = await openGradebook(ctx, { course: slug });
  const { courseId } = course;
  const [columns, cohorts, dropLowest, { rows, next }] = await Promise.all([
    findGradedColumns(ctx.db, { courseId }),
    findCohorts(ctx.db, { courseId }),
    findDropLowest(ctx.db, { courseId }),
    readGradebook(ctx.db, { courseId, choice, limit }),
  ]);
  if (choice.cohort && !cohorts.some(({ id }) => id === choice.cohort)) throw notFound();
  return { course, columns, cohorts, dropLowest, rows, next };
}

async function findCohorts(db: DbOrTx, { courseId }: { courseId: string }) {
  const cohorts = await db.cohort.findMany({
    where: { courseId },
    select: { id: true, names: true },
    orderBy: { startsAt: "desc" },
  });
  return cohorts.map(({ id, names }) => ({ id, names: translatedSchema.parse(names) }));
}

/** How many of the lowest grades are left out, fewest first: more than one where releases that learners hold differ. */
async function findDropLowest(db: DbOrTx, { courseId }: { courseId: string }): Promise<number[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT DISTINCT r."dropLowest" FROM "Release" r
    WHERE r."id" IN (SELECT DISTINCT e."releaseId" FROM "Enrolment" e WHERE e."courseId" = ${courseId}::uuid)
    ORDER BY r."dropLowest"`,
  );
  return z
    .array(z.object({ dropLowest: z.number() }))
    .parse(rows)
    .map((row) => row.dropLowest);
}
