import type { Tx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";

/** A scholarship with its course and learner; its row stays locked until the transaction ends. Throws 404. */
export async function lockScholarship(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Scholarship" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.scholarship.findUnique({ where: { id }, include: { course: true, user: true } });
  if (!found) throw notFound();
  return found;
}

export type LockedScholarship = Awaited<ReturnType<typeof lockScholarship>>;
