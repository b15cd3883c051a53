import { averageGrade } from "#app/features/progress/course-grade.ts";
import { findCourseGrades } from "#app/features/progress/find-course-grades.server.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { loadTemplateVersion, type TemplateVersion } from "../templates/load-template-version.server.ts";
import { addMonths } from "./add-months.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import {
  findCurrent,
  type HeldCertificate,
  type IssuingContext,
  insertCertificate,
  type NewSnapshot,
  noteAct,
} from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { type Award, unsafeLoadAward } from "./load-award.server.ts";

export type Issue = {
  userId: string;
  for: CertificateFor;
  cause: "earned" | "byHand";
  /** Why an admin gives it. */
  reason?: string;
  /** For somebody who has no name of her own. Her profile stays as it is: it is hers. */
  names?: Names;
};

type Names = { arabic: string | null; latin: string | null };

/** Locks the learner, so that what she is issued is issued one after another, and gives the names that she has now. */
export async function lockLearner(tx: Tx, userId: string): Promise<Names> {
  const [names] = await tx.$queryRaw<Names[]>`
    SELECT "fullNameArabic" AS "arabic", "fullNameLatin" AS "latin" FROM "User"
    WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
  if (!names) throw notFound();
  return names;
}

/** What the version of the template lets be said of her grade, in hundredths of a percent. */
export async function gradeFor(
  tx: Tx,
  { userId, award, template }: { userId: string; award: Award; template: TemplateVersion },
): Promise<number | null> {
  if (!template.design.shows.grade || award.finishedAt === null) return null;
  const grades = await findCourseGrades(tx, { userId, courseIds: award.courseIds });
  return averageGrade([...grades.values()]);
}

/**
 * As `issueCertificate`, inside a transaction. Checks no rights and writes no mail: those who call it decide, and the
 * job that it adds tells the learner.
 */
export async function issueWithin(
  tx: Tx,
  ctx: IssuingContext,
  { userId, for: subject, cause, reason, names }: Issue,
): Promise<HeldCertificate & { issued: boolean }> {
  const own = await lockLearner(tx, userId);
  const held = await findCurrent(tx, { userId, for: subject });
  if (held) return { ...held, issued: false };
  const recipient = own.arabic !== null || own.latin !== null ? own : names;
  if (!recipient || (recipient.arabic === null && recipient.latin === null)) throw issuingRefused("nameless");
  const award = await unsafeLoadAward(tx, { userId, for: subject });
  if (!award) throw issuingRefused("unknownSubject");
  const template = await loadTemplateVersion({ db: tx }, award);
  const grade = await gradeFor(tx, { userId, award, template });
  const says = writeSnapshot({ award, template, grade, recipient, cause, issuedAt: ctx.clock.now() });
  const issued = await insertCertificate(tx, { userId, for: subject, says, templateVersionId: template.id });
  if (issued.issued) {
    const after = { serial: issued.serial, cause };
    await noteAct(tx, ctx, { certificateId: issued.id, action: "certificate.issue", reason, after });
  }
  return issued;
}

function writeSnapshot({
  award,
  template: { id, number, sha256 },
  grade,
  recipient,
  cause,
  issuedAt,
}: {
  award: Award;
  template: TemplateVersion;
  grade: number | null;
  recipient: Names;
  cause: Issue["cause"];
  issuedAt: Date;
}): NewSnapshot {
  const { achievement, minutes, instructors, finishedAt, months } = award;
  return {
    ...{ recipient, achievement, minutes, grade, instructors, cause },
    supersedes: null,
    finishedAt: finishedAt?.toISOString() ?? null,
    issuedAt: issuedAt.toISOString(),
    expiresAt: months === null ? null : addMonths(issuedAt, months).toISOString(),
    template: { id, number, sha256 },
  };
}

/**
 * Issues a certificate: freezes what it says, draws its serial, and adds the job that signs it, makes its PDF and
 * tells the learner. Whoever holds one for it already is given that one (`issued` false), whether or not it is
 * revoked. Checks no rights: those who call it decide. Throws `nameless` where there is no name to write on it, and
 * `unknownSubject` where there is no such course or programme.
 */
export async function issueCertificate(
  ctx: IssuingContext & { db: Db },
  input: Issue,
): Promise<HeldCertificate & { issued: boolean }> {
  return inTransaction(ctx.db, (tx) => issueWithin(tx, ctx, input));
}
