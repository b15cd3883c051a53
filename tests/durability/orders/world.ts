import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import { createPricedCourse, createSoldProgramme } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import type { FakeStripe } from "#tests/fakes/stripe.ts";
import type { Chance } from "./chance.ts";
import type { Processes } from "./processes.ts";

/** What is sold, to whom, and by which processes. */
export type World = {
  db: Db;
  stripe: FakeStripe;
  processes: Processes;
  random: Chance;
  courses: { id: string; slug: string }[];
  programme: { slug: string };
  coupons: string[];
  fundId: string;
  adminId: string;
  buyers: string[];
};

const COURSES = 20;

/** Courses of which most have fewer seats than buyers, a programme of two, coupons with few uses, and a small fund. */
export async function createWorld(
  db: Db,
  { orders, ...rest }: { orders: number } & Pick<World, "stripe" | "processes" | "random">,
): Promise<World> {
  const courses: World["courses"] = [];
  // A third of the buyers find no seat.
  const seats = Math.max(2, Math.floor((orders / COURSES) * 0.5));
  for (let i = 0; i < COURSES; i += 1) {
    courses.push((await createPricedCourse(db, { seats: i % 4 === 0 ? undefined : seats })).course);
  }
  const programme = await createSoldProgramme(db, { courses: courses.slice(0, 2), amount: 9_000 });
  const coupons = ["HALF", "TENTH", "GIFT"];
  await db.coupon.createMany({
    data: [
      { code: "HALF", kind: "percent", percentOff: 50, maxUses: Math.ceil(orders / 40) },
      { code: "TENTH", kind: "amount", amountOff: 490, currency: "USD" },
      { code: "GIFT", kind: "free", maxUses: Math.ceil(orders / 50) },
    ],
  });
  const fund = await db.scholarshipFund.create({
    data: { name: "A fund", currency: "USD", limitAmount: orders * 100 },
  });
  const admin = await createPerson(db, { role: "admin" });
  const buyers = await db.user.createManyAndReturn({
    data: Array.from({ length: orders }, () => {
      return { name: "Amina Yusuf", email: `${randomUUID()}@example.org`, emailVerified: true };
    }),
    select: { id: true },
  });
  const ids = buyers.map(({ id }) => id);
  return { ...rest, db, courses, programme, coupons, fundId: fund.id, adminId: admin.id, buyers: ids };
}
