import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isHolder } from "./certificate-access.ts";
import { lockLearner } from "./lock-learner.server.ts";

/**
 * Hides the names on the public page of the actor's own certificate, and on those that it replaced or was replaced by,
 * or shows them again. Throws 404 where it is another's: not even an admin decides this for her.
 */
export async function hideNames(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { serial, hidden }: { serial: string; hidden: boolean },
): Promise<void> {
  const select = { userId: true, courseId: true, programmeId: true } as const;
  const certificate = await db.certificate.findUnique({ where: { serial }, select });
  if (!certificate || !isHolder(actor, certificate)) throw notFound();
  await inTransaction(db, async (tx) => {
    // A certificate that is being issued in the place of one of these is hidden as the old one was, or found here.
    await lockLearner(tx, actor.id);
    await tx.certificate.updateMany({ where: { ...certificate, userId: actor.id }, data: { namesHidden: hidden } });
  });
}
