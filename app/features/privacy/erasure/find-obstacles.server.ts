import type { DbOrTx } from "#app/platform/db/client.server.ts";

/** What stands in the way of deleting an account; each has its words in `privacy:obstacles`. */
export const obstacles = ["ownsCourse", "lastAdmin", "orderUnderway"] as const;
export type Obstacle = (typeof obstacles)[number];

async function ownsCourse(db: DbOrTx, userId: string): Promise<boolean> {
  const where = { role: "owner", instructor: { userId }, course: { deletedAt: null } } as const;
  return (await db.courseInstructor.count({ where })) > 0;
}

/** Whether nobody else could run the academy: those who are about to leave as well do not count. */
async function isLastAdmin(db: DbOrTx, userId: string): Promise<boolean> {
  const waiting = { some: { cancelledAt: null, erasedAt: null } };
  const admins = await db.user.findMany({
    where: { role: "admin", suspendedAt: null, OR: [{ id: userId }, { NOT: { erasures: waiting } }] },
    select: { id: true },
    take: 2,
  });
  return admins.length === 1 && admins[0]?.id === userId;
}

/** Money that is on its way, either way. */
async function hasOrderUnderway(db: DbOrTx, userId: string): Promise<boolean> {
  const count = await db.order.count({
    where: {
      buyerId: userId,
      OR: [
        { state: { in: ["open", "pending", "disputed"] } },
        { refunds: { some: { state: { in: ["asked", "pending"] } } } },
      ],
    },
  });
  return count > 0;
}

/** Why an account cannot be deleted now; nothing where it can. */
export async function findObstacles(db: DbOrTx, userId: string): Promise<Obstacle[]> {
  const [owns, last, order] = [
    await ownsCourse(db, userId),
    await isLastAdmin(db, userId),
    await hasOrderUnderway(db, userId),
  ];
  const found: Record<Obstacle, boolean> = { ownsCourse: owns, lastAdmin: last, orderUnderway: order };
  return obstacles.filter((obstacle) => found[obstacle]);
}
