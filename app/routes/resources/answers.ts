import { saveAnswers, saveAnswersSchema } from "#app/features/quiz/save-answers.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Bytes: the longest essay, in an alphabet of three bytes a letter, and its neighbours. */
const LIMIT = 2 * 1024 * 1024;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Answers of an open attempt, as each is made; answers when they are durable. */
export const action = declareJsonAction({
  access: "signedIn",
  body: saveAnswersSchema,
  limit: LIMIT,
  act: async ({ personCtx, body: { person, ...given } }) => {
    const ctx = personCtx();
    // Somebody else signed in on the device since: the answers wait there for whose they are.
    if (person !== undefined && person !== ctx.actor.id) return Response.json({ code: "signIn" }, { status: 401 });
    return Response.json(await saveAnswers(ctx, given));
  },
});
