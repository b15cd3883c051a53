import { z } from "zod";
import { showSelfCheck, trySelfCheck } from "#app/features/progress/self-checks.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { jsonField } from "#app/platform/http/json-field.ts";

const params = z.object({ course: z.string(), lesson: z.string(), question: z.uuid() });
const answerSchema = z.object({ answer: jsonField(z.json(), { longest: 100_000 }) });
const headers = { "Cache-Control": "private, no-store" };

/** A question that a lesson asks its readers, without its key. */
export const loader = declareLoader({
  access: "anyone",
  params,
  load: async ({ ctx, params }) => Response.json(await showSelfCheck(ctx, params), { headers }),
});

/** Grades an answer to it, and keeps nothing. */
export const action = declareAction({
  access: "anyone",
  params,
  act: async ({ ctx, params, form }) => {
    const given = answerSchema.safeParse(Object.fromEntries(form));
    if (!given.success)
      throw new ExpectedError({ code: "badRequest", messageKey: "error:badRequest.text", status: 400 });
    return Response.json(await trySelfCheck(ctx, { ...params, ...given.data }), { headers });
  },
});
