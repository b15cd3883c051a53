import { data } from "react-router";
import { rulesFormSchema } from "#app/features/quiz/building/rules-form.ts";
import { saveQuizRules } from "#app/features/quiz/building/save-quiz-rules.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { releaseAction } from "./release-action.server.ts";

type Input = RouteInput<{ course: string; lesson: string }, unknown> & { form: FormData };

const pageOf = ({ params }: Input) => `/teach/${params.course}/${params.lesson}/quiz`;

/** Does what a form of the page asks for by its `intent`. */
export async function quizActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "rules") return rules(input);
  if (intent === "release") return releaseAction(input, pageOf(input));
  throw notFound();
}

async function rules(input: Input) {
  const { form, href, params } = input;
  let conflict = false;
  const refused = await handleForm({
    form,
    schema: rulesFormSchema,
    run: async (given): Promise<never> => {
      await saveQuizRules(input.personCtx(), { ...params, ...given });
      throw redirectWithNotice(href(pageOf(input)), "quiz-editor:notice.rulesSaved");
    },
    fieldOf: (code) => {
      conflict = code === "changedMeanwhile";
      return undefined;
    },
  });
  return data({ intent: "rules" as const, result: refused.data.result, conflict }, refused.init ?? undefined);
}
