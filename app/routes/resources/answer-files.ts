import { answerFileSchema } from "#app/features/quiz/answer-files/answer-file.ts";
import { keepAnswerFile } from "#app/features/quiz/answer-files/keep-answer-file.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** A file for an answer of an open attempt: the body is the file, the address says for what. */
export const action = declareBodyAction({
  access: "signedIn",
  search: answerFileSchema,
  act: async ({ personCtx, search, request }) =>
    Response.json(await keepAnswerFile(personCtx(), { ...search, request })),
});
