import { STRIPE_KEY, STRIPE_SECRET } from "#tests/fakes/stripe.ts";
import { findFreePort, openAcademy } from "./open-academy.ts";
import { startStripeStandIn } from "./stripe-stand-in.ts";

/**
 * Starts the academy that the journeys walk through, and stops it when the run is over. Hands to the tests what
 * `openAcademy` tells of it, and STRIPE_STAND_IN, where the Stripe is that it knows.
 */
export default async function startAcademy() {
  const port = await findFreePort();
  const stripe = await startStripeStandIn({ academy: `http://localhost:${port}` });
  const settings = {
    STRIPE_SECRET_KEY: STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
    STRIPE_API_BASE: stripe.origin,
  };
  const academy = await openAcademy({ port, name: "e2e", settings }).catch(async (error: unknown) => {
    await stripe.stop();
    throw error;
  });
  process.env.STRIPE_STAND_IN = stripe.origin;
  return async () => {
    await academy.close();
    await stripe.stop();
    if (stripe.problems.length > 0) throw new Error(`Against Stripe's contract:\n${stripe.problems.join("\n")}`);
  };
}
