import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import { z } from "zod";
import { findAnswerToGrade, type GivenGrade } from "#app/features/quiz/grading/find-answer-to-grade.server.ts";
import { findNextAnswer } from "#app/features/quiz/grading/find-grading-queue.server.ts";
import { gradeAnswer, takeGradeBack } from "#app/features/quiz/grading/grade-answer.server.ts";
import {
  gradeFormSchema,
  type QueueChoice,
  type slotAddressSchema,
} from "#app/features/quiz/grading/grading-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<z.infer<typeof slotAddressSchema>, QueueChoice> & { form: FormData };

/** Does what a form of the page asks for by its `intent`. */
export async function gradeActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "save" || intent === "save-next") return save(input, { goOn: intent === "save-next" });
  if (intent === "take-back") return takeBack(input);
  throw notFound();
}

const addressOf = ({ course, attempt, slot }: Input["params"]) => `/teach/${course}/grading/${attempt}/${slot}`;

async function save(input: Input, { goOn }: { goOn: boolean }) {
  const { form, params } = input;
  const refused = await handleForm({
    form,
    schema: gradeFormSchema,
    run: async (grade): Promise<never> => {
      const { lostPass } = await gradeAnswer(input.personCtx(), { ...params, ...grade });
      throw await (goOn ? leadOn(input, { lostPass }) : stay(input, saidOf(lostPass)));
    },
    fieldOf: (code) => (code === "badPoints" || code === "tooManyPoints" ? "points" : undefined),
  });
  return told(input, refused);
}

const backSchema = z.object({ seen: z.string().max(40) });

async function takeBack(input: Input) {
  const { form, params } = input;
  const refused = await handleForm({
    form,
    schema: backSchema,
    run: async ({ seen }): Promise<never> => {
      await takeGradeBack(input.personCtx(), { ...params, seen });
      throw stay(input, "quiz-results:notice.takenBack");
    },
  });
  return told(input, refused);
}

const saidOf = (lostPass: boolean) => (lostPass ? "quiz-results:notice.lostPass" : "quiz-results:notice.saved");

const stay = ({ href, params, url }: Input, notice: string) =>
  redirectWithNotice(href(`${addressOf(params)}${url.search}`), notice);

/** To the answer that waits behind this one, or to the queue. */
async function leadOn(input: Input, { lostPass }: { lostPass: boolean }) {
  const { href, params, search: choice, url } = input;
  const ctx = input.personCtx();
  const { cursor } = await findAnswerToGrade(ctx, params);
  const asked = { ...choice, state: "waiting" as const, after: cursor };
  const next = await findNextAnswer(ctx, { course: params.course, choice: asked, not: params });
  if (next) {
    const path = addressOf({ course: params.course, attempt: next.attemptId, slot: next.slot });
    return redirectWithNotice(href(`${path}${url.search}`), saidOf(lostPass));
  }
  const done = lostPass ? "quiz-results:notice.lostPass" : "quiz-results:notice.done";
  return redirectWithNotice(href(`/teach/${params.course}/grading`), done);
}

type Refused = { data: { result: SubmissionResult<string[]> }; init: ResponseInit | null };

/** With the grade that the answer has by now, so that whoever came second sees what the first one gave. */
async function told(input: Input, { data: { result }, init }: Refused) {
  const meanwhile = init?.status === 409 ? await gradeNow(input) : null;
  return data({ result, meanwhile }, init ?? undefined);
}

async function gradeNow(input: Input): Promise<GivenGrade> {
  const { points, maxPoints, comment, given, grader, gradedAt, dropped } = await findAnswerToGrade(
    input.personCtx(),
    input.params,
  );
  return { points, maxPoints, comment, given, grader, gradedAt, dropped };
}
