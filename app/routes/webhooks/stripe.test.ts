import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { env } from "#app/platform/env/env.server.ts";
import { tellAcademy, tellAll } from "#tests/factories/order.ts";
import { atCheckout } from "#tests/factories/paying.ts";
import { signedEvent } from "#tests/fakes/stripe.ts";
import { pay, settle } from "#tests/fakes/stripe-acts.ts";
import type { FakeEvent } from "#tests/fakes/stripe-state.ts";
import { callRoute } from "#tests/security/act-as.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { action } from "./stripe.ts";

const database = openTestDatabase();
const stripe = openTestStripe();

const post = (raw: { body: string; headers: Headers }) =>
  callRoute(action, { db: database.db, actor: null, params: {}, path: "/webhooks/stripe", raw });

test("what Stripe did not sign, signed long ago, or signed of another body is refused and does nothing", async () => {
  const { session, order, place } = await atCheckout(database.db);
  pay(stripe().state, session);
  const [event] = stripe().state.events;
  if (!event) throw new Error("Nothing happened");
  const good = signedEvent(event);
  const old = Math.floor(Date.now() / 1_000) - 301;
  expect(await post(signedEvent(event, { secret: "whsec_of_another" }))).toBe("400");
  expect(await post(signedEvent(event, { at: old }))).toBe("400");
  expect(await post({ ...good, body: good.body.replace(session, "cs_test_other") })).toBe("400");
  expect(await post({ ...good, headers: new Headers() })).toBe("400");
  expect(await post({ ...good, headers: new Headers({ "stripe-signature": "t=x,v1=" }) })).toBe("400");
  expect(await database.db.stripeEvent.count({ where: { id: event.id } })).toBe(0);
  expect((await order()).state).toBe("open");
  expect(await tellAcademy(database.db, event)).toBe("ok");
  expect((await order()).state).toBe("paid");
  expect((await place())?.state).toBe("active");
});

test("an event told many times, at once and again, is acted upon once", async () => {
  const { session, order, orderId, seatsTaken } = await atCheckout(database.db, { seats: 5 });
  pay(stripe().state, session);
  const [event] = stripe().state.events;
  if (!event) throw new Error("Nothing happened");
  await Promise.all(Array.from({ length: 8 }, () => tellAcademy(database.db, event)));
  const asked = stripe().asked.length;
  await tellAcademy(database.db, event);
  expect(stripe().asked).toHaveLength(asked);
  expect(await order()).toMatchObject({ state: "paid", paidAmount: 4_900, amount: 4_900 });
  expect(await seatsTaken()).toBe(1);
  const events = await database.db.orderEvent.findMany({ where: { orderId }, orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual(["placed", "checkoutOpened", "paid", "seatGiven"]);
});

test("events in the wrong order end in the same state", async () => {
  const { session, order, place } = await atCheckout(database.db);
  pay(stripe().state, session, { delayed: true });
  settle(stripe().state, session, { came: true });
  stripe().state.events.reverse();
  await tellAll(database.db, stripe().state);
  expect(await order()).toMatchObject({ state: "paid", paidAmount: 4_900 });
  expect((await place())?.state).toBe("active");
});

test("events about what is not ours, or of kinds that we do not know, are heard and change nothing", async () => {
  const before = await database.db.order.count();
  const strange: FakeEvent[] = [
    {
      id: "evt_1",
      type: "checkout.session.completed",
      object: { object: "checkout.session", id: "cs_test_of_a_shop" },
    },
    {
      id: "evt_2",
      type: "charge.refunded",
      object: { object: "charge", id: "ch_x", payment_intent: "pi_x", metadata: { order: randomUUID() } },
    },
    { id: "evt_3", type: "charge.dispute.created", object: { object: "dispute", id: "du_x", payment_intent: "pi_y" } },
    { id: "evt_4", type: "invoice.paid", object: { object: "invoice", id: "in_x" } },
    { id: "evt_5", type: "checkout.session.completed", object: { nothing: true } },
  ];
  for (const event of strange) expect(await tellAcademy(database.db, event)).toBe("ok");
  expect(await database.db.order.count()).toBe(before);
  expect(
    await database.db.stripeEvent.count({ where: { id: { in: ["evt_1", "evt_2", "evt_3"] }, handledAt: null } }),
  ).toBe(0);
  expect(await database.db.stripeEvent.count({ where: { id: { in: ["evt_4", "evt_5"] } } })).toBe(0);
});

test("where no webhooks are expected there is nothing to post to", async () => {
  env.STRIPE_WEBHOOK_SECRET = undefined;
  expect(await post(signedEvent({ id: "evt_6", type: "charge.refunded", object: {} }))).toBe("hidden");
});
