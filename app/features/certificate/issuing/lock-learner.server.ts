import type { Tx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";

export type Names = { arabic: string | null; latin: string | null };

export const isNamed = ({ arabic, latin }: Names) => arabic !== null || latin !== null;

/**
 * Holds a learner until the transaction ends, so that what is issued to her is issued one after another, and gives the
 * names that she has now. Throws 404 where she is gone.
 */
export async function lockLearner(tx: Tx, userId: string): Promise<Names> {
  const [names] = await tx.$queryRaw<Names[]>`
    SELECT "fullNameArabic" AS "arabic", "fullNameLatin" AS "latin" FROM "User"
    WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
  if (!names) throw notFound();
  return names;
}
