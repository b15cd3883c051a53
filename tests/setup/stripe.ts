import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type FakeStripe, setStripeKeys, startStripe, unsetStripeKeys } from "#tests/fakes/stripe.ts";

/**
 * A stand-in for Stripe for the test file that calls this at its top level, with the academy set up for it; at the end
 * its contract must have had nothing to say against what it was asked. Each test begins with nothing to be told.
 */
export function openTestStripe(): () => FakeStripe {
  let stripe: FakeStripe | undefined;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  beforeEach(() => {
    if (!stripe) return;
    setStripeKeys(stripe);
    stripe.mood = () => undefined;
    stripe.state.events = [];
    stripe.state.refundsBegin = "succeeded";
  });
  afterAll(async () => {
    unsetStripeKeys();
    await stripe?.stop();
    expect(stripe?.problems).toEqual([]);
  });
  return () => {
    if (!stripe) throw new Error("The stand-in for Stripe is started by beforeAll");
    return stripe;
  };
}
