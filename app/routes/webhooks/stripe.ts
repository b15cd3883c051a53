import { hearStripe } from "#app/features/payment/stripe/hear-stripe.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readText } from "#app/platform/http/read-body.server.ts";

/** Bytes; events of Stripe are a few thousand. */
const LIMIT = 1_048_576;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** What Stripe tells of its own accord. Whether it was Stripe is seen from the signature. */
export const action = declareBodyAction({
  access: "anyone",
  act: async ({ ctx, request }) => {
    const body = await readText(request, { limit: LIMIT });
    await hearStripe(ctx, { body, signature: request.headers.get("stripe-signature") });
    return new Response(null, { status: 200 });
  },
});
