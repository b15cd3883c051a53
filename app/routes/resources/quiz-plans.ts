import { z } from "zod";
import {
  chooseQuestionsSchema,
  findChoosableQuestions,
} from "#app/features/quiz/building/find-choosable-questions.server.ts";
import { saveQuizPlan, saveQuizPlanSchema } from "#app/features/quiz/building/save-quiz-plan.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });

/** Questions of the course's bank among which the plan of a quiz is chosen. */
export const loader = declareLoader({
  access: "teaching",
  params,
  search: chooseQuestionsSchema,
  load: async ({ personCtx, params: { course }, search }) =>
    Response.json(await findChoosableQuestions(personCtx(), { course, ...search })),
});

/** Saves the plan of a quiz without leaving the page on which it is edited. */
export const action = declareAction({
  access: "teaching",
  params,
  act: async ({ personCtx, params, form }) => {
    const given = saveQuizPlanSchema.safeParse(Object.fromEntries(form));
    if (!given.success) return refuse({ messageKey: "quiz-editor:errors.unfitPlan", values: {}, status: 400 });
    try {
      return Response.json({ result: "saved", ...(await saveQuizPlan(personCtx(), { ...params, ...given.data })) });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.status === 404) throw error;
      if (error.code === "changedMeanwhile") return Response.json({ result: "conflict" }, { status: error.status });
      return refuse(error);
    }
  },
});

function refuse({ messageKey, values, status }: Pick<ExpectedError, "messageKey" | "values" | "status">): Response {
  return Response.json({ result: "refused", messageKey, values }, { status });
}
