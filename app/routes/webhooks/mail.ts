import { hearMail } from "#app/features/notification/hear-mail.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readText } from "#app/platform/http/read-body.server.ts";

/** Bytes: a thousand events. */
const LIMIT = 1_048_576;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** What the mail provider tells of mails that came back. Whether it was the provider is seen from the signature. */
export const action = declareBodyAction({
  access: "anyone",
  act: async ({ ctx, request }) => {
    const body = await readText(request, { limit: LIMIT });
    await hearMail(ctx, { body, signature: request.headers.get("Maqdis-Signature") });
    return new Response(null, { status: 200 });
  },
});
