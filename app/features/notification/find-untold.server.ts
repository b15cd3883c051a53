import type { Db } from "#app/platform/db/client.server.ts";

/** Those of a list who have not been told what their key says: what is looked for each hour is mostly told already. */
export async function findUntold<One extends { userId: string; key: string }>(db: Db, ones: One[]): Promise<One[]> {
  if (ones.length === 0) return [];
  const told = await db.notification.findMany({
    where: { userId: { in: ones.map(({ userId }) => userId) }, key: { in: ones.map(({ key }) => key) } },
    select: { userId: true, key: true },
  });
  const known = new Set(told.map(({ userId, key }) => `${userId} ${key}`));
  return ones.filter(({ userId, key }) => !known.has(`${userId} ${key}`));
}
