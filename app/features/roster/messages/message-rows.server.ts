import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseMessageAudience } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { rosterFiltersSchema } from "../roster-schema.ts";

/** What is told of a message "m" to those who teach. */
export const messageColumns = Prisma.sql`
  m."id"::text, m."subject", m."audience", m."filters", m."recipients", m."createdAt",
  (SELECT json_build_object('name', u."name", 'instructor',
    (SELECT json_build_object('names', i."names") FROM "Instructor" i WHERE i."userId" = u."id"))
    FROM "User" u WHERE u."id" = m."authorId") AS "author",
  (SELECT k."names" FROM "Cohort" k WHERE k."id" = m."cohortId") AS "cohortNames",
  CASE WHEN m."audience" = 'learner' THEN (
    SELECT u."name" FROM "CourseMessageRecipient" r JOIN "Enrolment" e ON e."id" = r."enrolmentId"
    JOIN "User" u ON u."id" = e."userId" WHERE r."messageId" = m."id" LIMIT 1) END AS "learner",
  (SELECT count(*)::int FROM "CourseMessageRecipient" r
    WHERE r."messageId" = m."id" AND r."sentAt" IS NULL AND r."failedAt" IS NULL) AS "waiting",
  (SELECT count(*)::int FROM "CourseMessageRecipient" r
    WHERE r."messageId" = m."id" AND r."sentAt" IS NULL AND r."failedAt" IS NOT NULL) AS "failed"`;

export const authorSchema = z
  .object({ name: z.string(), instructor: z.object({ names: z.unknown() }).nullable() })
  .nullable();

export const messageShape = {
  id: z.uuid(),
  subject: z.string(),
  audience: z.enum(CourseMessageAudience),
  /** By what those were found who were written to; null where they were not looked for. */
  filters: rosterFiltersSchema.nullable().catch(null),
  /** Null where it went to no one cohort, or to one that is gone. */
  cohortNames: translatedSchema.nullable(),
  /** The one who was written to. */
  learner: z.string().nullable(),
  recipients: z.number(),
  /** Of them, whose mails are still to be sent, and whose could not be. */
  waiting: z.number(),
  failed: z.number(),
  author: authorSchema,
  createdAt: z.date(),
};
