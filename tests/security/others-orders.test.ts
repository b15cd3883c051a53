import { beforeAll, expect, test } from "vitest";
import { startCheckout } from "#app/features/payment/checkout/start-checkout.server.ts";
import { applyForScholarship } from "#app/features/payment/scholarships/apply-for-scholarship.server.ts";
import { approveTransfer, recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { guestContext } from "#tests/factories/context.ts";
import { createPricedCourse } from "#tests/factories/order.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callRoute, type Outcome } from "./act-as.ts";
import { roles, type Scene, setScene } from "./scene.ts";

const routes = import.meta.glob<Record<string, unknown>>(["../../app/routes/{account,admin}/*.{ts,tsx}"]);
const database = openTestDatabase();
beforeAll(() => setDatabaseUrl(database.url));

type Try = {
  file: string;
  call: "loader" | "action";
  params?: Record<string, string>;
  form?: Record<string, string>;
  /** Whose it is, who alone may: the learner who bought, or admins. */
  of: "enrolled" | "admin";
};

/** What somebody who is signed in bought: a place that is paid, one that is not, and seats; and what she asked for. */
async function buyEverything(db: Db, { actors }: Scene) {
  const { enrolled, admin } = actors;
  if (!enrolled || !admin) throw new Error("The scene has a learner and an admin");
  const contextFor = (actor: typeof enrolled) => ({ ...guestContext(db), clock: systemClock, actor });
  const buy = async (wanted: Parameters<typeof startCheckout>[1]["wanted"]) => {
    const origin = "https://academy.example/en";
    const started = await startCheckout(contextFor(enrolled), { wanted, code: null, method: "transfer", origin });
    return db.order.findUniqueOrThrow({ where: { id: started.orderId } });
  };
  const pay = async ({ id: orderId, amount }: { id: string; amount: number }) => {
    const receivedOn = new Date();
    const came = { orderId, amount, kind: "bank" as const, reference: `Of ${orderId}`, receivedOn };
    return recordTransfer(contextFor(admin), came);
  };
  const slug = async () => (await createPricedCourse(db)).course.slug;
  const course = async () => ({ kind: "course" as const, course: await slug(), cohortId: null });
  const [paid, open, recorded] = [await buy(await course()), await buy(await course()), await buy(await course())];
  const seats = await buy({ kind: "seats", course: await slug(), cohortId: null, quantity: 2 });
  for (const order of [paid, seats]) {
    await approveTransfer(contextFor(admin), { transferId: await pay(order), reason: "It came" });
  }
  const transferId = await pay(recorded);
  const text = "I read of the city since I was a child, and would learn more of it.";
  const application = { course: await slug(), cohortId: null, text };
  const scholarshipId = await applyForScholarship(contextFor(enrolled), application);
  const group = await db.accessGroup.findFirstOrThrow({ where: { orderId: seats.id } });
  return { paid, open, recorded, transferId, scholarshipId, groupId: group.id };
}

function everyTry({
  paid,
  open,
  recorded,
  transferId,
  scholarshipId,
  groupId,
}: Awaited<ReturnType<typeof buyEverything>>): Try[] {
  const reason = "Because I say so";
  const hers = (file: string, call: Try["call"], rest: Partial<Try>): Try => ({ file, call, ...rest, of: "enrolled" });
  const admins = (file: string, call: Try["call"], rest: Partial<Try>): Try => ({ file, call, ...rest, of: "admin" });
  const order = ({ number }: { number: number }) => ({ params: { order: `${number}` } });
  const group = { params: { group: groupId } };
  const refund = { intent: "refund", amount: "1", access: "take", seenRest: `${paid.amount}`, reason };
  return [
    hers("routes/account/order.tsx", "loader", order(paid)),
    hers("routes/account/invoice.ts", "loader", order(paid)),
    hers("routes/account/group.tsx", "loader", group),
    hers("routes/account/group-codes.tsx", "loader", group),
    hers("routes/account/group-codes-csv.ts", "loader", group),
    hers("routes/account/group.tsx", "action", { ...group, form: { intent: "handOut", seats: "1" } }),
    hers("routes/account/group-codes.tsx", "action", { ...group, form: { intent: "takeBackCodes" } }),
    hers("routes/account/scholarships.tsx", "action", { form: { intent: "withdraw", scholarship: scholarshipId } }),
    hers("routes/account/order.tsx", "action", { ...order(open), form: { intent: "check" } }),
    hers("routes/account/order.tsx", "action", { ...order(open), form: { intent: "cancel" } }),
    admins("routes/admin/order.tsx", "loader", order(paid)),
    admins("routes/admin/invoice.ts", "loader", order(paid)),
    admins("routes/admin/group.tsx", "loader", group),
    admins("routes/admin/scholarship.tsx", "loader", { params: { scholarship: scholarshipId } }),
    admins("routes/admin/order.tsx", "action", { ...order(paid), form: refund }),
    admins("routes/admin/order.tsx", "action", { ...order(recorded), form: { intent: "cancel", reason } }),
    admins("routes/admin/group.tsx", "action", { ...group, form: { intent: "close", reason } }),
    admins("routes/admin/transfers.tsx", "action", {
      form: { intent: "decide", transfer: transferId, decision: "reject", reason },
    }),
  ];
}

/** All that somebody else might have changed. */
const standing = async (db: Db) => ({
  orders: await db.order.findMany({ orderBy: { number: "asc" }, select: { number: true, state: true, syncs: true } }),
  events: await db.orderEvent.count(),
  refunds: await db.orderRefund.count(),
  transfers: await db.transfer.findMany({ orderBy: { id: "asc" } }),
  scholarships: await db.scholarship.findMany({ orderBy: { id: "asc" }, select: { state: true } }),
  codes: await db.accessCode.findMany({ orderBy: { id: "asc" } }),
  groups: await db.accessGroup.findMany({ orderBy: { id: "asc" }, select: { closedAt: true, seats: true } }),
});

const nameOf = ({ file, call, form }: Try) => [file, call, form?.intent ?? ""].join(" ").trim();

test("nobody sees or changes another's orders, papers, seats and scholarships by their numbers, nor acts as an admin", async () => {
  const { db } = database;
  const scene = await setScene(db);
  const tries = everyTry(await buyEverything(db, scene));
  const modules = new Map<string, Record<string, unknown> | undefined>();
  for (const { file } of tries) modules.set(file, await routes[`../../app/${file}`]?.());
  const attempt = ({ file, call, params = {}, form }: Try, role: (typeof roles)[number]): Promise<Outcome> =>
    callRoute(modules.get(file)?.[call], { db, actor: scene.actors[role], params, path: "/", form });
  const before = await standing(db);
  const got: Record<string, Outcome[]> = {};
  for (const one of tries) {
    const others = roles.filter((role) => role !== one.of && role !== "guest");
    got[nameOf(one)] = [await attempt(one, "guest"), ...(await Promise.all(others.map((role) => attempt(one, role))))];
  }
  const refused = ["signIn", ...Array(roles.length - 2).fill("hidden")];
  expect(got).toEqual(Object.fromEntries(tries.map((one) => [nameOf(one), refused])));
  expect(await standing(db)).toEqual(before);
  // Whose it is may, or is told how things stand: none of this was refused for another reason.
  for (const one of tries) {
    const outcome = await attempt(one, one.of);
    expect([nameOf(one), ["ok", "moved", "409"].includes(outcome), outcome]).toEqual([nameOf(one), true, outcome]);
  }
});
