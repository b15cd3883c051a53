import { data } from "react-router";
import type { z } from "zod";
import { changeAccess } from "#app/features/enrolment/tending/change-access.server.ts";
import { putBackLearner, takeOutLearner } from "#app/features/enrolment/tending/change-place.server.ts";
import { waiveLesson } from "#app/features/progress/waive-lesson.server.ts";
import { restoreAttempt, voidAttempt } from "#app/features/quiz/void-attempt.server.ts";
import {
  accessSchema,
  attemptActSchema,
  placeActSchema,
  waiveSchema,
} from "#app/features/roster/learner/act-schemas.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

type Input = RouteInput<{ course: string; enrolment: string }, unknown> & { form: FormData };
type Place = { course: string; enrolmentId: string };

/** An act of the page: what its form holds, and what is done with it. */
const act =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (ctx: PersonContext, place: Place, value: z.output<Schema>) => Promise<void>,
  ) =>
  (input: Input, intent: string) => {
    const { course, enrolment: enrolmentId } = input.params;
    return handleForm({
      form: input.form,
      schema,

      run: async (value): Promise<never> => {
        await run(input.personCtx(), { course, enrolmentId }, value);
        throw redirectWithNotice(input.href(`/teach/${course}/learners/${enrolmentId}`), `learner:notice.${intent}`);
      },
    });
  };

const acts = {
  access: act(accessSchema, (ctx, place, value) => changeAccess(ctx, { ...place, ...value })),
  waive: act(waiveSchema, (ctx, place, { lesson, reason }) => waiveLesson(ctx, { ...place, lessonId: lesson, reason })),
  void: act(attemptActSchema, (ctx, place, { lesson, ...value }) =>
    voidAttempt(ctx, { ...place, lessonId: lesson, ...value }),
  ),
  restore: act(attemptActSchema, (ctx, place, { lesson, ...value }) =>
    restoreAttempt(ctx, { ...place, lessonId: lesson, ...value }),
  ),
  takeOut: act(placeActSchema, (ctx, place, value) => takeOutLearner(ctx, { ...place, ...value })),
  putBack: act(placeActSchema, (ctx, place, value) => putBackLearner(ctx, { ...place, ...value })),
};

const isAct = (intent: string): intent is keyof typeof acts => Object.hasOwn(acts, intent);

/** Does with a learner what the form that was sent says by its `intent`; answers with what was refused. */
export async function learnerActions(input: Input) {
  const intent = String(input.form.get("intent"));
  if (!isAct(intent)) throw notFound();
  const refused = await acts[intent](input, intent);
  return data({ intent, key: String(input.form.get("key")), result: refused.data.result }, refused.init ?? undefined);
}
