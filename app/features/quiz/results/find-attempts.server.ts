import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { AttemptState, SubmittedBy } from "#app/platform/db/generated/enums.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { SatQuiz } from "./find-sat-quiz.server.ts";
import type { AttemptChoice } from "./results-names.ts";

const PAGE = 50;

const attemptSchema = z.object({
  id: z.uuid(),
  /** Null where the quiz is graded without names. */
  learner: z.string().nullable(),
  number: z.number(),
  state: z.enum(AttemptState),
  startedAt: z.date(),
  submittedAt: z.date().nullable(),
  submittedBy: z.enum(SubmittedBy).nullable(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  /** Edits that came too late to count. */
  late: z.number(),
  sortedBy: z.union([z.string(), z.number()]),
});

export type SatAttempt = Omit<z.infer<typeof attemptSchema>, "sortedBy">;

const states: Record<NonNullable<AttemptChoice["state"]>, Prisma.Sql> = {
  open: Prisma.sql`AND a."state" = 'open'`,
  waiting: Prisma.sql`AND a."state" = 'submitted' AND a."points" IS NULL`,
  passed: Prisma.sql`AND a."state" = 'submitted' AND a."passed"`,
  failed: Prisma.sql`AND a."state" = 'submitted' AND NOT a."passed"`,
  voided: Prisma.sql`AND a."state" = 'voided'`,
};

// Ungraded attempts stand behind the others, whichever way.
const share = (none: number) => Prisma.sql`coalesce(a."points"::float8 / nullif(a."maxPoints", 0), ${none}::float8)`;

/** By what it is sorted, as a value that a cursor can hold, and which way. Ids break ties. */
function orderOf(sort: AttemptChoice["sort"] | "hidden") {
  const up = { comparison: Prisma.sql`>`, direction: Prisma.sql`ASC` };
  const down = { comparison: Prisma.sql`<`, direction: Prisma.sql`DESC` };
  if (sort === "hidden") return { value: Prisma.sql`md5(a."id"::text)`, type: Prisma.sql`text`, ...up };
  if (sort === "highest") return { value: share(-1), type: Prisma.sql`float8`, ...down };
  if (sort === "lowest") return { value: share(2), type: Prisma.sql`float8`, ...up };
  if (sort === "name") return { value: Prisma.sql`u."name" COLLATE "C"`, type: Prisma.sql`text`, ...up };
  return { value: Prisma.sql`extract(epoch FROM a."startedAt")::float8`, type: Prisma.sql`float8`, ...down };
}

const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.uuid()]);

function readCursor(after: string | undefined) {
  try {
    return after ? cursorSchema.safeParse(JSON.parse(after)).data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Attempts at a quiz, a page at a time. Of a quiz that is graded without names, while something waits: no names, days
 * in place of moments, and an order that tells nothing.
 */
export async function findAttempts(
  { db }: Pick<PersonContext, "db">,
  { quiz, choice, limit = PAGE }: { quiz: SatQuiz; choice: AttemptChoice; limit?: number },
): Promise<{ attempts: SatAttempt[]; next: string | undefined }> {
  const { lessonId, nameless } = quiz;
  const { value, type, comparison, direction } = orderOf(nameless ? "hidden" : choice.sort);
  const cursor = readCursor(choice.after);
  const behind = cursor
    ? Prisma.sql`AND (${value}, a."id") ${comparison} (${cursor[0]}::${type}, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const moment = (column: Prisma.Sql) => (nameless ? Prisma.sql`date_trunc('day', ${column}, 'UTC')` : column);
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT a."id", ${nameless ? Prisma.sql`NULL` : Prisma.sql`u."name"`} AS "learner", a."number", a."state",
      ${moment(Prisma.sql`a."startedAt"`)} AS "startedAt", ${moment(Prisma.sql`a."submittedAt"`)} AS "submittedAt",
      a."submittedBy", a."points", a."maxPoints", a."passed", ${value} AS "sortedBy",
      (SELECT count(*)::int FROM "AnswerEdit" l WHERE l."attemptId" = a."id" AND l."late") AS "late"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" JOIN "User" u ON u."id" = e."userId"
    WHERE a."lessonId" = ${lessonId}::uuid AND e."courseId" = ${quiz.course.courseId}::uuid
      ${choice.state ? states[choice.state] : Prisma.empty} ${behind}
    ORDER BY ${value} ${direction}, a."id" ${direction} LIMIT ${limit + 1}`,
  );
  const found = attemptSchema.array().parse(rows);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    attempts: shown.map(({ sortedBy: _, ...attempt }) => attempt),
    next: last && found.length > limit ? JSON.stringify([last.sortedBy, last.id]) : undefined,
  };
}
