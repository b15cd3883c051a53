import { z } from "zod";
import { decideDispute, dispute, expire, pay, refund, settle } from "#tests/fakes/stripe-acts.ts";
import type { Act } from "./order-acts.ts";
import type { Told } from "./processes.ts";
import type { World } from "./world.ts";

type Wanted = Extract<Act, { does: "buy" }>["wanted"];

const startedSchema = z.object({ orderId: z.uuid(), next: z.enum(["pay", "transfer", "given"]) });

const anywhere = ({ random }: World) => Math.floor(random.next() * 1_000);

const ask = (world: World, personId: string, act: Act): Promise<Told> =>
  world.processes.ask(anywhere(world), personId, act);

function drawWanted({ random, courses, programme }: World): Wanted {
  const fate = random.next();
  if (fate < 0.08) return { kind: "programme", programme: programme.slug };
  const { slug } = random.one(courses);
  if (fate < 0.14) return { kind: "seats", course: slug, cohortId: null, quantity: 2 };
  return { kind: "course", course: slug, cohortId: null };
}

/** She presses, in one tab or two, and again where the academy said nothing or that Stripe is away. */
async function press(world: World, buyer: string): Promise<z.output<typeof startedSchema> | undefined> {
  const { random } = world;
  const code = random.happens(0.1) ? random.one(world.coupons) : null;
  const method = random.happens(0.1) ? ("transfer" as const) : ("checkout" as const);
  let buy: Act = { does: "buy", wanted: drawWanted(world), code, method };
  for (let tries = 0; tries < 3; tries += 1) {
    const tabs = random.happens(0.15) ? 2 : 1;
    const told = await Promise.all(Array.from({ length: tabs }, () => ask(world, buyer, buy)));
    const started = told.flatMap((one) => startedSchema.safeParse("answer" in one ? one.answer : null).data ?? []);
    if (started[0]) return started[0];
    const refusals = told.flatMap(({ refused }) => refused ?? []);
    if (refusals.some((why) => why.startsWith("coupon"))) buy = { ...buy, code: null };
    else if (!refusals.some((why) => ["killed", "stripeAway", "busy"].includes(why)) || random.happens(0.2)) return;
  }
  return undefined;
}

/** What she does at Stripe, if she comes there at all, and what may befall her payment afterwards. */
async function atStripe(world: World, { buyer, orderId }: { buyer: string; orderId: string }): Promise<void> {
  const { random, stripe, db } = world;
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, select: { stripeSessionId: true } });
  const session = order.stripeSessionId;
  if (!session) return;
  const fate = random.next();
  if (fate < 0.1) return void (await ask(world, buyer, { does: "cancel", orderId }));
  if (fate < 0.2) return void expire(stripe.state, session);
  if (fate < 0.25) return;
  const delayed = random.happens(0.3);
  if (!pay(stripe.state, session, { delayed })) return;
  if (random.happens(0.3)) await ask(world, buyer, { does: "look", orderId });
  if (delayed) settle(stripe.state, session, { came: random.happens(0.7) });
  const intent = stripe.state.sessions.get(session)?.payment_intent;
  if (intent && stripe.state.intents.get(intent)?.status === "succeeded") later(world, intent);
}

function later({ random, stripe: { state } }: World, intent: string): void {
  const amount = state.intents.get(intent)?.amount ?? 0;
  const fate = random.next();
  if (fate < 0.1) refund(state, { intent, amount: 100 });
  else if (fate < 0.18) refund(state, { intent, amount });
  else if (fate < 0.26) {
    if (random.happens(0.3)) refund(state, { intent, amount: 100 });
    const id = dispute(state, intent);
    if (random.happens(0.8)) decideDispute(state, id, random.happens(0.5) ? "won" : "lost");
  }
}

/** The admin records what came by a bank, and approves it; some of it never comes. */
async function byTransfer(world: World, orderId: string): Promise<void> {
  const { random, adminId, db } = world;
  if (random.happens(0.3)) return;
  const { amount } = await db.order.findUniqueOrThrow({ where: { id: orderId }, select: { amount: true } });
  await ask(world, adminId, { does: "record", orderId, amount, reference: `Transfer of ${orderId}` });
  const transfer = await db.transfer.findFirst({ where: { orderId, rejectedAt: null }, select: { id: true } });
  if (transfer) await ask(world, adminId, { does: "approve", transferId: transfer.id });
}

/** She asks for a scholarship first; a whole one gives the place, a part of the price is taken off when she buys. */
async function askForScholarship(world: World, buyer: string): Promise<void> {
  const { random, adminId, fundId } = world;
  const told = await ask(world, buyer, { does: "apply", course: random.one(world.courses).slug });
  const { data: scholarshipId } = z.uuid().safeParse("answer" in told ? told.answer : null);
  if (!scholarshipId || random.happens(0.2)) return;
  const percent = random.happens(0.4) ? 100 : 50;
  const grant: Act = { does: "grant", scholarshipId, percent, fundId: random.happens(0.5) ? fundId : null };
  await ask(world, adminId, grant);
}

/** An admin gives back some of it, or all, and leaves the place or takes it. */
async function refundByAdmin(world: World, orderId: string): Promise<void> {
  const { random, adminId } = world;
  const amount = random.happens(0.5) ? 100 : null;
  await ask(world, adminId, { does: "refund", orderId, amount, keepsAccess: random.happens(0.5) });
}

/** Codes of a sponsor's seats are used, by more people than there are codes. */
async function handOutCodes(world: World, orderId: string): Promise<void> {
  const codes = await world.db.accessCode.findMany({ where: { group: { orderId } }, select: { code: true } });
  for (const { code } of codes) {
    if (world.random.happens(0.3)) continue;
    const hopeful = [world.random.one(world.buyers), world.random.one(world.buyers)];
    await Promise.all(hopeful.map((person) => ask(world, person, { does: "redeem", code })));
  }
}

/** One buyer: her steps are drawn by chance, and any of them may be lost with the process that does it. */
export async function live(world: World, buyer: string): Promise<void> {
  if (world.random.happens(0.08)) await askForScholarship(world, buyer);
  const started = await press(world, buyer);
  if (!started) return;
  const { orderId } = started;
  if (started.next === "transfer") await byTransfer(world, orderId);
  if (started.next === "pay") await atStripe(world, { buyer, orderId });
  if (world.random.happens(0.08)) await refundByAdmin(world, orderId);
  await handOutCodes(world, orderId);
}
