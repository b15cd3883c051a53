import { placeSchema } from "#app/features/progress/progress-schema.ts";
import { savePlace } from "#app/features/progress/save-place.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Where a learner is in a lesson, as the player tells it when she leaves. */
export const action = declareAction({
  access: "signedIn",
  act: async ({ personCtx, form }) => {
    const place = placeSchema.safeParse(Object.fromEntries(form));
    if (!place.success) throw notFound();
    await savePlace(personCtx(), place.data);
    return new Response(null, { status: 204 });
  },
});
