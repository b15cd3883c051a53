import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { scholarshipRefused } from "./scholarship-errors.ts";

/**
 * Takes back what the actor asked for, or gives up what she was granted and did not use: its fund has it again. Doing it
 * twice is a success. Throws 404 where it is not hers, and `decided` where it was refused or used.
 */
export async function withdrawScholarship(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { scholarshipId }: { scholarshipId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = { id: scholarshipId, userId: actor.id };
    const { count } = await tx.scholarship.updateMany({
      where: { ...own, OR: [{ state: "waiting" }, { state: "granted", orderId: null }] },
      data: { state: "withdrawn" },
    });
    if (count > 0) return;
    const found = await tx.scholarship.findFirst({ where: own, select: { state: true } });
    if (!found) throw notFound();
    if (found.state !== "withdrawn") throw scholarshipRefused("decided");
  });
}
