import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readSerial } from "../serial.ts";
import { canManageCertificates } from "./certificate-access.ts";
import { lockLearner } from "./lock-learner.server.ts";

const select = {
  ...{ id: true, serial: true, userId: true, courseId: true, programmeId: true, cause: true },
  ...{ snapshot: true, snapshotSha256: true, current: true, expiresAt: true, revokedAt: true, revokedReason: true },
  ...{ endedEarly: true, namesHidden: true, withdrawnAt: true },
} as const;

function readCertificate(tx: Tx, serial: string) {
  return tx.certificate.findUnique({ where: { serial }, select });
}

export type LockedCertificate = NonNullable<Awaited<ReturnType<typeof readCertificate>>>;

/**
 * Holds a certificate, and its learner before it, until the transaction ends. Throws 404 where there is none of this
 * serial, in whatever spelling.
 */
export async function lockCertificate(tx: Tx, typed: string): Promise<LockedCertificate> {
  const { serial } = readSerial(typed);
  const found = serial === undefined ? null : await readCertificate(tx, serial);
  if (!found) throw notFound();
  if (found.userId !== null) await lockLearner(tx, found.userId);
  await tx.$queryRaw`SELECT 1 FROM "Certificate" WHERE "id" = ${found.id}::uuid FOR NO KEY UPDATE`;
  const locked = await readCertificate(tx, found.serial);
  if (!locked) throw notFound();
  return locked;
}

/** Lets an admin act on a certificate that is held meanwhile. Throws 404 for anybody else. */
export async function actOnLocked<T>(
  ctx: Pick<PersonContext, "db" | "actor">,
  serial: string,
  act: (tx: Tx, certificate: LockedCertificate) => Promise<T>,
): Promise<T> {
  if (!canManageCertificates(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => act(tx, await lockCertificate(tx, serial)));
}
