import { type Started, startCheckout } from "#app/features/payment/checkout/start-checkout.server.ts";
import { sendRefund } from "#app/features/payment/orders/send-refund.server.ts";
import { handleStripeEvent } from "#app/features/payment/stripe/handle-stripe-event.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { action } from "#app/routes/webhooks/stripe.ts";
import { signedEvent } from "#tests/fakes/stripe.ts";
import type { FakeEvent, StripeState } from "#tests/fakes/stripe-state.ts";
import { callRoute } from "#tests/security/act-as.ts";
import { contextOf } from "./context.ts";
import { createCourse } from "./course.ts";
import { createProgramme } from "./finished.ts";
import { createPerson } from "./person.ts";

const DAY = 86_400_000;
const ORIGIN = "https://academy.example/en";

/** A course that costs 49 dollars. */
export function createPricedCourse(db: Db, overrides: Parameters<typeof createCourse>[1] = {}) {
  return createCourse(db, { priceAmount: 4_900, priceCurrency: "USD", ...overrides });
}

/** A programme of courses that costs so many cents as a whole. */
export async function createSoldProgramme(db: Db, { courses, amount }: { courses: { id: string }[]; amount: number }) {
  const programme = await createProgramme(db, { courses });
  await db.price.create({ data: { programmeId: programme.id, amount, currency: "USD" } });
  return programme;
}

/** Somebody who buys, and the context in which she asks. */
export async function createBuyer(db: Db, { now }: { now?: Date } = {}) {
  return contextOf(db, await createPerson(db), { now });
}

/** She begins to buy a course. */
export function beginToBuy(
  ctx: PersonContext,
  {
    course,
    cohortId = null,
    code = null,
    method = "checkout",
  }: {
    course: { slug: string };
    cohortId?: string | null;
    code?: string | null;
    method?: "checkout" | "transfer";
  },
): Promise<Started> {
  return startCheckout(ctx, {
    wanted: { kind: "course", course: course.slug, cohortId },
    code,
    method,
    origin: ORIGIN,
  });
}

/** Stripe's session of an order that waits for its payment. */
export async function sessionOf(db: Db, orderId: string): Promise<string> {
  const { stripeSessionId } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  if (!stripeSessionId) throw new Error("It has no session");
  return stripeSessionId;
}

/** Sends an event to the route, as Stripe would, and lets the job do what it asks for. */
export async function tellAcademy(db: Db, event: FakeEvent): Promise<string> {
  const raw = signedEvent(event);
  const outcome = await callRoute(action, { db, actor: null, params: {}, path: "/webhooks/stripe", raw });
  await handleStripeEvent({ db, clock: { now: () => new Date() } }, { eventId: event.id });
  return outcome;
}

/** Tells all that happened at Stripe and was not told yet, in order. */
export async function tellAll(db: Db, state: StripeState): Promise<void> {
  for (const event of state.events.splice(0)) await tellAcademy(db, event);
}

/** Sends the refunds that wait for it, as the jobs would. */
export async function sendRefunds(db: Db): Promise<void> {
  const asked = await db.orderRefund.findMany({ where: { state: "asked", byHand: false } });
  for (const { id } of asked) await sendRefund({ db, clock: { now: () => new Date() } }, { refundId: id });
}

/** A moment so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY);
