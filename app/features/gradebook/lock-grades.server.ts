import type { Tx } from "#app/platform/db/client.server.ts";

/** To the end of the transaction nobody else gives these enrolments a grade. Always in one order, so that none block. */
export async function lockGrades(tx: Tx, { enrolmentIds }: { enrolmentIds: readonly string[] }): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM "Enrolment" WHERE "id" = ANY(${[...enrolmentIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}
