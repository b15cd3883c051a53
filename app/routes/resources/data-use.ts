import { countDataUse } from "#app/features/lecture/data-use/count-data-use.server.ts";
import { dataUseSchema } from "#app/features/lecture/data-use/data-use-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** The bytes of video that a sitting took, as the player tells them. */
export const action = declareJsonAction({
  access: "signedIn",
  body: dataUseSchema,
  limit: 1_024,
  act: async ({ personCtx, body }) => {
    await countDataUse(personCtx(), body);
    return new Response(null, { status: 204 });
  },
});
