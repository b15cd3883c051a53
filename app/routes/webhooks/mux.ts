import { hearMux } from "#app/features/lecture/mux/hear-mux.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readText } from "#app/platform/http/read-body.server.ts";

/** Bytes; events of Mux are a few thousand. */
const LIMIT = 1_048_576;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** What Mux tells of its own accord. Whether it was Mux is seen from the signature. */
export const action = declareBodyAction({
  access: "anyone",
  act: async ({ ctx, request }) => {
    await hearMux(ctx, { body: await readText(request, { limit: LIMIT }), headers: request.headers });
    return new Response(null, { status: 200 });
  },
});
