import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** A person's passkeys, oldest first. */
export async function findPasskeys({ db, actor }: PersonContext) {
  const where = { userId: actor.id };
  return db.passkey.findMany({
    where,
    select: { id: true, name: true, createdAt: true },
    orderBy: { id: "asc" },
    take: 100,
  });
}
