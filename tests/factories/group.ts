import { createGroup } from "#app/features/payment/access/create-group.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "./context.ts";
import { createPricedCourse } from "./order.ts";
import { createPerson } from "./person.ts";

type Overrides = Partial<{
  seats: number;
  courseSeats: number | null;
  expiresAt: Date | null;
  coordinatorEmail: string;
}>;

/** A group of seats that a school pays for by invoice, with its course, its coordinator and an admin. */
export async function createSeatGroup(
  db: Db,
  { seats = 3, courseSeats = null, expiresAt = null, coordinatorEmail }: Overrides = {},
) {
  const { course } = await createPricedCourse(db, { seats: courseSeats });
  const [admin, coordinator] = [await createPerson(db, { role: "admin" }), await createPerson(db)];
  const adminCtx = contextOf(db, admin);
  const groupId = await createGroup(adminCtx, {
    ...{ course: course.slug, cohortId: null, name: "مدرسة النور", reference: "INV-7", seats, expiresAt },
    coordinatorEmail: coordinatorEmail ?? coordinator.email,
  });
  return { course, groupId, adminCtx, ctx: contextOf(db, coordinator) };
}

/** The codes of a group in the order in which they were made. */
export async function codesOf(db: Db, groupId: string): Promise<string[]> {
  const codes = await db.accessCode.findMany({ where: { groupId }, orderBy: { id: "asc" }, select: { code: true } });
  return codes.map(({ code }) => code);
}
