import type { Tx } from "#app/platform/db/client.server.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { loadTemplateVersion, type TemplateVersion } from "../templates/load-template-version.server.ts";
import { asShown } from "./as-shown.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import {
  type HeldCertificate,
  type IssuingContext,
  insertCertificate,
  type NewSnapshot,
  noteAct,
} from "./insert-certificate.server.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { type Award, unsafeLoadAward } from "./load-award.server.ts";
import type { LockedCertificate } from "./lock-certificate.server.ts";

/** What a certificate is for, as its row says it. */
export function subjectOf({
  courseId,
  programmeId,
}: {
  courseId: string | null;
  programmeId: string | null;
}): CertificateFor {
  if (courseId !== null) return { courseId };
  if (programmeId !== null) return { programmeId };
  throw new Error("A certificate is for a course or a programme");
}

/** The certificate that was issued in the place of this one. */
export async function findSuccessor(tx: Tx, certificate: Pick<LockedCertificate, "id">) {
  const select = { serial: true, cause: true, recipientArabic: true, recipientLatin: true } as const;
  return tx.certificate.findUnique({ where: { supersedesId: certificate.id }, select });
}

/** What the academy would issue now to the holder of a certificate, and the look that it would have. */
export async function loadRenewal(
  tx: Tx,
  old: LockedCertificate,
): Promise<{ userId: string; award: Award; template: TemplateVersion }> {
  const { userId } = old;
  if (userId === null) throw issuingRefused("learnerGone");
  const award = await unsafeLoadAward(tx, { userId, for: subjectOf(old) });
  if (!award) throw issuingRefused("unknownSubject");
  return { userId, award, template: await loadTemplateVersion({ db: tx }, award) };
}

/** What was frozen, without what every certificate is given anew, and without what the look does not show. */
export function sayAgain(
  { format: _, serial, issuer: __, ...says }: CertificateSnapshot,
  { template }: { template: TemplateVersion },
): NewSnapshot {
  const { templateId, number, sha256, design } = template;
  return {
    ...says,
    ...asShown(says, template),
    grade: design.shows.grade ? says.grade : null,
    supersedes: serial,
    template: { id: templateId, number, sha256 },
  };
}

/**
 * Issues a certificate in the place of another, which is superseded by it; names stay hidden where they were. What
 * waits to be decided about the old one is about the new one from now on. Both happen or neither does.
 */
export async function replaceWithin(
  tx: Tx,
  ctx: IssuingContext,
  {
    old,
    userId,
    says,
    template,
    action,
    reason,
  }: {
    old: LockedCertificate;
    userId: string;
    says: NewSnapshot;
    template: TemplateVersion;
    action: string;
    reason: string;
  },
): Promise<HeldCertificate> {
  const change = { current: false, changedAt: ctx.clock.now() };
  await tx.certificate.update({ where: { id: old.id, current: true }, data: change, select: { id: true } });
  const made = await insertCertificate(tx, {
    ...{ userId, says, for: subjectOf(old), namesHidden: old.namesHidden },
    templateVersionId: template.id,
    supersedesId: old.id,
  });
  if (!made.issued) throw new Error("Another certificate came in the place of one that was locked");
  await tx.certificateRequest.updateMany({
    where: { certificateId: old.id, state: "waiting" },
    data: { certificateId: made.id },
  });
  const act = { action, reason, before: { serial: old.serial }, after: { serial: made.serial } };
  for (const certificateId of [old.id, made.id]) await noteAct(tx, ctx, { ...act, certificateId });
  return made;
}
