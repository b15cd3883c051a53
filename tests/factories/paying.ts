import { expect } from "vitest";
import type { Db } from "#app/platform/db/client.server.ts";
import type { FakeStripe } from "#tests/fakes/stripe.ts";
import { pay } from "#tests/fakes/stripe-acts.ts";
import { beginToBuy, createBuyer, createPricedCourse, sessionOf, tellAll } from "./order.ts";

/** Somebody on Stripe's page, about to pay for a course of so many seats. */
export async function atCheckout(db: Db, { seats }: { seats?: number } = {}) {
  const { course } = await createPricedCourse(db, { seats });
  const ctx = await createBuyer(db);
  const { orderId } = await beginToBuy(ctx, { course });
  const session = await sessionOf(db, orderId);
  const order = () => db.order.findUniqueOrThrow({ where: { id: orderId } });
  const place = () => db.enrolment.findFirst({ where: { userId: ctx.actor.id, courseId: course.id } });
  const seatsTaken = async () => (await db.course.findUniqueOrThrow({ where: { id: course.id } })).seatsTaken;
  const intent = async () => (await order()).stripePaymentIntentId ?? "";
  return { ctx, course, orderId, session, order, place, seatsTaken, intent };
}

/** Somebody who paid at Stripe, of which the academy was told. */
export async function havingPaid(db: Db, stripe: FakeStripe, { seats }: { seats?: number } = {}) {
  const scene = await atCheckout(db, { seats });
  pay(stripe.state, scene.session);
  await tellAll(db, stripe.state);
  expect((await scene.order()).state).toBe("paid");
  return scene;
}
