import { completeLesson } from "#app/features/progress/complete-lesson.server.ts";
import { completionSchema } from "#app/features/progress/progress-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** A lesson completed, as the player sends it; answers when the fact is durable. */
export const action = declareAction({
  access: "signedIn",
  act: async ({ personCtx, form }) => {
    const completion = completionSchema.safeParse(Object.fromEntries(form));
    if (!completion.success) throw notFound();
    return Response.json(await completeLesson(personCtx(), completion.data));
  },
});
