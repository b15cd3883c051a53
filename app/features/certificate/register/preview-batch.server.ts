import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { CertificateFor } from "../issuing/certificate-acts-schema.ts";

/** How many of those who are left out are named. */
const NAMED = 20;

/** Why somebody would be given none, the first that holds. */
export const leftOut = ["alreadyHas", "notFinished", "refused", "unpaid", "nameless"] as const;

const rowSchema = z.object({
  why: z.enum(["given", ...leftOut]),
  count: z.number(),
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

export type BatchPreview = {
  given: number;
  leftOut: { why: (typeof leftOut)[number]; count: number; people: { id: string; name: string }[] }[];
};

/** Learners of a course or of one cohort of it, with the day on which each finished. */
const learnersOfCourse = (courseId: string, cohortId: string | undefined) =>
  cohortId === undefined
    ? Prisma.sql`SELECT e."userId", e."completedAt" FROM "Enrolment" e
        WHERE e."courseId" = ${courseId}::uuid AND e."completedAt" IS NOT NULL`
    : Prisma.sql`SELECT e."userId", e."completedAt" FROM "Enrolment" e
        WHERE e."courseId" = ${courseId}::uuid AND e."cohortId" = ${cohortId}::uuid
          AND (e."completedAt" IS NOT NULL OR e."state" = 'active')`;

/** Whoever has not paid for a certificate that is paid for. */
const whenUnpaid = (courseId: string) => Prisma.sql`
  WHEN EXISTS (SELECT FROM "Course" p WHERE p."id" = ${courseId}::uuid AND p."certificatePaid")
    AND NOT EXISTS (SELECT FROM "CertificateRight" t WHERE t."courseId" = ${courseId}::uuid AND t."userId" = u."id"
      AND t."withdrawnAt" IS NULL) THEN 'unpaid'`;

/** Those who finished every published course of a programme. */
const learnersOfProgramme = (programmeId: string) => Prisma.sql`
  WITH "parts" AS (SELECT c."id" FROM "ProgrammeCourse" p JOIN "Course" c ON c."id" = p."courseId"
    WHERE p."programmeId" = ${programmeId}::uuid AND c."state" = 'published')
  SELECT e."userId", max(e."completedAt") AS "completedAt" FROM "Enrolment" e JOIN "parts" ON "parts"."id" = e."courseId"
  WHERE e."completedAt" IS NOT NULL GROUP BY e."userId" HAVING count(*) = (SELECT count(*) FROM "parts")`;

/**
 * How many a batch would give a certificate now, and how many it would leave out for which reason, the first of them by
 * name. Whoever holds one that is revoked holds one. Throws 404 for all but admins.
 */
export async function previewBatch(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { for: subject, cohortId }: { for: CertificateFor; cohortId?: string | undefined },
): Promise<BatchPreview> {
  if (!isAdmin(actor)) throw notFound();
  const isCourse = "courseId" in subject;
  const same = isCourse
    ? Prisma.sql`"courseId" = ${subject.courseId}::uuid`
    : Prisma.sql`"programmeId" = ${subject.programmeId}::uuid`;
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "learner" AS (
      ${isCourse ? learnersOfCourse(subject.courseId, cohortId) : learnersOfProgramme(subject.programmeId)}
    ), "judged" AS (
      SELECT u."id", u."name", CASE
        WHEN EXISTS (SELECT FROM "Certificate" c WHERE c."userId" = u."id" AND c."current" AND c.${same})
          THEN 'alreadyHas'
        WHEN l."completedAt" IS NULL THEN 'notFinished'
        WHEN EXISTS (SELECT FROM "CertificateRequest" r WHERE r."userId" = u."id" AND r."kind" = 'award'
          AND r."state" = 'refused' AND r.${same}) THEN 'refused'
        ${isCourse ? whenUnpaid(subject.courseId) : Prisma.empty}
        WHEN u."fullNameArabic" IS NULL AND u."fullNameLatin" IS NULL THEN 'nameless'
        ELSE 'given' END AS "why"
      FROM "learner" l JOIN "User" u ON u."id" = l."userId"
    )
    SELECT "why", count(*)::int AS "count", to_json((array_agg(json_build_object('id', "id", 'name', "name") ORDER BY "name", "id"))[1:${NAMED}]) AS "people"
    FROM "judged" GROUP BY "why"`,
  );
  const found = new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((row) => [row.why, row]),
  );
  return {
    given: found.get("given")?.count ?? 0,
    leftOut: leftOut.flatMap((why) => {
      const row = found.get(why);
      return row ? [{ why, count: row.count, people: row.people }] : [];
    }),
  };
}
