import { beatsSchema } from "#app/features/lecture/watching/beat-schema.ts";
import { recordBeats } from "#app/features/progress/record-beats.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** What was played of a lecture, as the player tells it; answers when it is durable, with all that counts. */
export const action = declareJsonAction({
  access: "signedIn",
  body: beatsSchema,
  act: async ({ personCtx, body }) => Response.json(await recordBeats(personCtx(), body)),
});
