import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CertificateRule } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import {
  type MyCertificate,
  type MyNames,
  type MyRequest,
  myCertificateColumns,
  myCertificateSchema,
  namesColumn,
  namesSchema,
  requestColumn,
  requestSchema,
  toMyCertificate,
} from "./certificate-rows.server.ts";

const panelSchema = z.object({
  rule: z.enum(CertificateRule),
  unpaid: z.boolean(),
  names: namesSchema,
  finishedAt: z.coerce.date().nullable(),
  certificate: myCertificateSchema.nullable(),
  request: requestSchema.nullable(),
});

export type CertificatePanel = {
  rule: CertificateRule;
  /** It has to be paid for, and was not. */
  unpaid: boolean;
  names: MyNames;
  finished: boolean;
  /** She finished, and gave her name, so long ago that nothing is under way: it has to be asked for. */
  overdue: boolean;
  /** Her current certificate for the course; it may be revoked or expired. */
  certificate: MyCertificate | null;
  /** The newest request for it: it waits, or was refused. */
  request: MyRequest | null;
};

/**
 * What the actor's page of a course says of its certificate. What she has still to do for it is told by the course's
 * progress. One query; throws 404 where there is no such course.
 */
export async function findCertificatePanel(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course }: { course: string },
): Promise<CertificatePanel> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT o."certificateRule" AS "rule",
      o."certificatePaid" AND NOT EXISTS (SELECT FROM "CertificateRight" t
        WHERE t."courseId" = o."id" AND t."userId" = u."id" AND t."withdrawnAt" IS NULL) AS "unpaid", ${namesColumn} AS "names",
      (SELECT e."completedAt" FROM "Enrolment" e WHERE e."courseId" = o."id" AND e."userId" = u."id") AS "finishedAt",
      (SELECT to_json(mine) FROM (SELECT ${myCertificateColumns} FROM "Certificate" c
        WHERE c."userId" = u."id" AND c."courseId" = o."id" AND c."current") mine) AS "certificate",
      (SELECT ${requestColumn} FROM "CertificateRequest" r
        WHERE r."userId" = u."id" AND r."courseId" = o."id" AND r."state" <> 'approved'
        ORDER BY r."createdAt" DESC LIMIT 1) AS "request"
    FROM "Course" o JOIN "User" u ON u."id" = ${actor.id}::uuid WHERE o."slug" = ${course}`,
  );
  if (row === undefined) throw notFound();
  const { certificate, finishedAt, ...panel } = panelSchema.parse(row);
  const now = clock.now();
  return {
    ...panel,
    finished: finishedAt !== null,
    overdue: finishedAt !== null && isLongAgo([finishedAt, panel.names.checkedAt], now),
    certificate: certificate && toMyCertificate(certificate, now),
  };
}

/** Far longer than what follows on the end of a course takes, in milliseconds. */
const LONG = 10 * 60_000;

function isLongAgo(moments: readonly (Date | null)[], now: Date): boolean {
  return moments.every((moment) => moment === null || now.getTime() - moment.getTime() > LONG);
}
