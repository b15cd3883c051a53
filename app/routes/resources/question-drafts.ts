import { z } from "zod";
import { questionDraftSchema, saveQuestionSchema } from "#app/features/quiz/bank/bank-schema.ts";
import { saveQuestion } from "#app/features/quiz/bank/save-question.server.ts";
import { showDraft, tryDraft } from "#app/features/quiz/bank/show-draft.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ course: z.string() });
const drafted = questionDraftSchema.pick({ type: true, body: true });

const bodySchema = z.discriminatedUnion("intent", [
  drafted.extend({ intent: z.literal("show") }),
  drafted.extend({ intent: z.literal("try"), answer: z.json() }),
  saveQuestionSchema.extend({ intent: z.literal("save") }),
]);

/** Bytes; the longest texts of a question in all languages. */
const LIMIT = 1024 * 1024;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** What the editor of a question asks while it is written: how it looks, what an answer earns, and to save it. */
export const action = declareJsonAction({
  access: "teaching",
  params,
  body: bodySchema,
  limit: LIMIT,
  act: async ({ personCtx, params, body }) => {
    const ctx = personCtx();
    if (body.intent === "show") return Response.json(await showDraft(ctx, { ...params, ...body }));
    if (body.intent === "try") return Response.json(await tryDraft(ctx, { ...params, ...body }));
    return Response.json(await saveQuestion(ctx, { ...params, ...body }));
  },
});
