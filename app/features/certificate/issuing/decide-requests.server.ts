import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { refusalOf } from "./act-on-certificates.server.ts";
import { canManageCertificates } from "./certificate-access.ts";
import { certificateRefusedMail } from "./certificate-mails.ts";
import { issueWithin } from "./issue-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { lockCertificate } from "./lock-certificate.server.ts";
import { lockLearner } from "./lock-learner.server.ts";
import { reissueWithin } from "./reissue-certificate.server.ts";
import { subjectOf } from "./replace-certificate.server.ts";
import { tellLearner } from "./tell-learner.server.ts";

/** What came of one request of many; `serial` is that of the certificate that was issued. */
export type RequestResult =
  | { requestId: string; ok: true; serial?: string }
  | { requestId: string; ok: false; messageKey: string };

type Decision = { decision: "approve" | "refuse"; reason: string };

/**
 * Decides on requests, each by itself: one that cannot be granted costs no other. An approved award issues the
 * certificate, an approved correction issues it again with the names that were asked for, and whoever is refused is
 * told the reason. What was decided so already is a success. Written to the audit log; only for admins, 404 for others.
 */
export async function decideRequests(
  ctx: PersonContext,
  { requestIds, ...decision }: { requestIds: readonly string[] } & Decision,
): Promise<RequestResult[]> {
  if (!canManageCertificates(ctx.actor)) throw notFound();
  const results: RequestResult[] = [];
  for (const requestId of new Set(requestIds)) {
    try {
      const decided = await inTransaction(ctx.db, (tx) => decideOne(tx, ctx, { requestId, ...decision }));
      results.push({ requestId, ok: true, ...decided });
    } catch (error) {
      results.push({ requestId, ...refusalOf(error) });
    }
  }
  return results;
}

const select = {
  ...{ id: true, kind: true, state: true, userId: true, courseId: true, programmeId: true },
  ...{ namesArabic: true, namesLatin: true, note: true, certificate: { select: { serial: true } } },
} as const;

async function lockRequest(tx: Tx, id: string) {
  const where = { id };
  const found = await tx.certificateRequest.findUnique({ where, select: { userId: true } });
  if (!found) throw notFound();
  await lockLearner(tx, found.userId);
  await tx.$queryRaw`SELECT 1 FROM "CertificateRequest" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return tx.certificateRequest.findUniqueOrThrow({ where, select });
}

type Request = Awaited<ReturnType<typeof lockRequest>>;

async function decideOne(
  tx: Tx,
  ctx: PersonContext,
  { requestId, decision, reason }: { requestId: string } & Decision,
): Promise<{ serial?: string }> {
  const request = await lockRequest(tx, requestId);
  const wanted = decision === "approve" ? "approved" : "refused";
  const known = request.state === "approved" && request.certificate ? { serial: request.certificate.serial } : {};
  if (request.state === wanted) return known;
  if (request.state !== "waiting") throw issuingRefused("alreadyDecided");
  const granted = decision === "approve" ? await grant(tx, ctx, { request, reason }) : undefined;
  await tx.certificateRequest.update({
    where: { id: request.id },
    data: {
      ...{ state: wanted, decidedAt: ctx.clock.now(), decidedById: ctx.actor.id, reason },
      ...(granted ? { certificate: { connect: { serial: granted.serial } } } : {}),
    },
    select: { id: true },
  });
  await writeAuditEntry(tx, ctx, {
    ...{ action: `certificateRequest.${decision}`, subjectType: "certificateRequest", subjectId: request.id, reason },
    after: { kind: request.kind, ...granted },
  });
  if (!granted) await tellRefused(tx, { request, reason });
  return granted ?? {};
}

async function grant(
  tx: Tx,
  ctx: PersonContext,
  { request, reason }: { request: Request; reason: string },
): Promise<{ serial: string }> {
  if (request.kind === "award") {
    const award = { userId: request.userId, for: subjectOf(request), cause: "earned" as const, reason };
    return { serial: (await issueWithin(tx, ctx, award)).serial };
  }
  const old = await lockCertificate(tx, request.certificate?.serial ?? "");
  if (old.revokedAt !== null) throw issuingRefused("revoked");
  const names = { arabic: request.namesArabic, latin: request.namesLatin };
  const { serial } = await reissueWithin(tx, ctx, { old, names, reason });
  return { serial };
}

async function tellRefused(tx: Tx, { request, reason }: { request: Request; reason: string }): Promise<void> {
  const { kind, userId } = request;
  const titles = await findTitles(tx, request);
  await tellLearner(tx, certificateRefusedMail, { userId, values: { kind, titles, reason } });
}

async function findTitles(tx: Tx, { courseId, programmeId }: Request) {
  if (courseId === null) {
    const found = await tx.programme.findUnique({ where: { id: programmeId ?? "" }, select: { titles: true } });
    return translatedSchema.parse(found?.titles ?? {});
  }
  const texts = await tx.courseText.findMany({ where: { courseId }, select: { locale: true, title: true } });
  return translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));
}
