import { viewAttemptPage } from "#app/features/progress/attempt-page-view.server.ts";
import { beginQuiz, beginQuizSchema } from "#app/features/progress/begin-quiz.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Begins an attempt and answers with its page, so that thousands who begin at once ask once each. */
export const action = declareJsonAction({
  access: "signedIn",
  body: beginQuizSchema,
  act: async ({ personCtx, body: { course, lesson } }) => {
    const ctx = personCtx();
    const begun = await beginQuiz(ctx, { course, lesson, password: undefined });
    // Where she has to enrol first is said by the page itself.
    if (!begun) throw notFound();
    return Response.json({
      attempt: begun.attemptId,
      view: await viewAttemptPage(ctx, { course, attempt: begun.attemptId }),
    });
  },
});
