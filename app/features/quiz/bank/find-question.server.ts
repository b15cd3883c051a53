import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { drawsFrom, planSources } from "./bank-conditions.server.ts";
import { findBankChoices } from "./find-bank-choices.server.ts";
import { openBank } from "./open-bank.server.ts";

const versionSchema = z.object({
  number: z.number(),
  at: z.string().transform((time) => new Date(time).toISOString()),
  /** Who wrote it; null where the account is gone, or it came by an import. */
  by: z.string().nullable(),
  /** Submitted attempts whose papers have it. */
  attempts: z.number(),
});

const questionSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  tags: z.array(z.string()),
  categoryId: z.string().nullable(),
  current: z.number(),
  removedAt: z.date().nullable(),
  body: z.json(),
  versions: z.array(versionSchema),
  /** Quizzes of the draft that name it, or draw from a pool that it belongs to. */
  quizzes: z.array(z.object({ lesson: z.string(), titles: translatedSchema, pool: z.boolean() })),
  /** Quizzes of releases that may draw it, and in which of its versions. */
  releases: z.array(
    z.object({ release: z.number(), lesson: z.string(), titles: translatedSchema, version: z.number() }),
  ),
});

export type BankQuestion = z.infer<typeof questionSchema>;

const versionsOf = Prisma.sql`
  SELECT jsonb_agg(jsonb_build_object('number', v."number", 'at', v."createdAt", 'by', u."name",
    'attempts', (SELECT count(DISTINCT g."attemptId") FROM "SlotGrade" g WHERE g."versionId" = v."id"))
    ORDER BY v."number" DESC)
  FROM "QuestionVersion" v LEFT JOIN "User" u ON u."id" = v."createdById" WHERE v."questionId" = q."id"`;

const quizzesOf = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('lesson', l."slug", 'pool', "used"."pool", 'titles',
    (SELECT coalesce(jsonb_object_agg(t."locale", t."title"), '{}') FROM "LessonText" t WHERE t."lessonId" = l."id"))
    ORDER BY l."slug"), '[]')
  FROM (SELECT s."lessonId", bool_and(s."pool" IS NOT NULL) AS "pool" FROM "source" s WHERE ${drawsFrom} GROUP BY 1)
    AS "used" JOIN "Lesson" l ON l."id" = "used"."lessonId" AND l."removedAt" IS NULL`;

// Of each quiz the newest release is told: those before it are history.
const releasesOf = Prisma.sql`
  SELECT coalesce(jsonb_agg(to_jsonb("last") ORDER BY "last"."lesson"), '[]') FROM (
    SELECT DISTINCT ON (z."lessonId") r."number" AS "release", l."slug" AS "lesson", v."number" AS "version",
      (SELECT coalesce(jsonb_object_agg(t."locale", t."title"), '{}') FROM "ReleaseLessonText" t
        WHERE t."releaseId" = z."releaseId" AND t."lessonId" = z."lessonId") AS "titles"
    FROM "ReleaseQuiz" z JOIN "Release" r ON r."id" = z."releaseId"
    JOIN "ReleaseLesson" l ON l."releaseId" = z."releaseId" AND l."lessonId" = z."lessonId"
    CROSS JOIN jsonb_path_query(z."plan", '$.sections[*].slots[*].from.versionIds[*]') AS "drawn"
    JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."id"::text = "drawn" #>> '{}'
    WHERE r."courseId" = q."courseId" ORDER BY z."lessonId", r."number" DESC, v."number" DESC
  ) AS "last"`;

async function readQuestion(db: DbOrTx, { courseId, id }: { courseId: string; id: string }): Promise<BankQuestion> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH ${planSources(courseId)}
    SELECT q."id"::text, q."name", q."type", q."tags", q."categoryId"::text, q."current", q."removedAt", c."body",
      (${versionsOf}) AS "versions", (${quizzesOf}) AS "quizzes", (${releasesOf}) AS "releases"
    FROM "Question" q JOIN "QuestionVersion" c ON c."questionId" = q."id" AND c."number" = q."current"
    WHERE q."id" = ${id}::uuid AND q."courseId" = ${courseId}::uuid`,
  );
  const [question] = z.array(questionSchema).parse(rows);
  if (!question) throw notFound();
  return question;
}

/** A question of a bank with its key, its versions and where it is used, for who may edit it. Throws `notFound`. */
export async function findQuestion(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, question: id }: { course: string; question: string },
) {
  const course = await openBank(ctx, { course: slug });
  const [question, choices] = await Promise.all([
    readQuestion(ctx.db, { courseId: course.id, id }),
    findBankChoices(ctx.db, { courseId: course.id }),
  ]);
  return { course, question, choices };
}
