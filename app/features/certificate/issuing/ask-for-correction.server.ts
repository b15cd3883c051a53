import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { certificateStatus } from "../certificate-status.ts";
import { canAskForCorrection, isHolder } from "./certificate-access.ts";
import { issuingRefused } from "./issuing-errors.ts";
import { lockCertificate } from "./lock-certificate.server.ts";
import { subjectOf } from "./replace-certificate.server.ts";

/**
 * Asks an admin to issue the actor's own certificate with other names. Asked again while it waits, what she asks now
 * replaces what she asked before. Throws 404 where the certificate is another's, and `revoked` or `superseded` where
 * it holds no longer.
 */
export async function askForCorrection(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  {
    serial,
    namesArabic,
    namesLatin,
    note,
  }: { serial: string; namesArabic: string | null; namesLatin: string | null; note: string | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const certificate = await lockCertificate(tx, serial);
    if (!isHolder(actor, certificate)) throw notFound();
    if (!canAskForCorrection(actor, certificate)) {
      const revoked = certificateStatus(certificate, clock.now()) === "revoked";
      throw issuingRefused(revoked ? "revoked" : "superseded");
    }
    const asked = { namesArabic, namesLatin, note, createdAt: clock.now(), certificateId: certificate.id };
    const subject = { userId: actor.id, ...subjectOf(certificate), kind: "correction" as const };
    const changed = await tx.certificateRequest.updateMany({ where: { ...subject, state: "waiting" }, data: asked });
    if (changed.count === 0)
      await tx.certificateRequest.create({ data: { ...subject, ...asked }, select: { id: true } });
  });
}
