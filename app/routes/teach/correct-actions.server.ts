import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import type { z } from "zod";
import { checkBody } from "#app/features/quiz/bank/check-body.server.ts";
import { correctQuestion, previewCorrection } from "#app/features/quiz/correct-question.server.ts";
import { correctionFormSchema } from "#app/features/quiz/correcting/correction-form.ts";
import { findCorrectable } from "#app/features/quiz/correcting/find-correctable.server.ts";
import { nameEffects } from "#app/features/quiz/correcting/name-effects.server.ts";
import type { BodyProblem } from "#app/features/quiz/question-types/question-props.ts";
import type { itemAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<z.infer<typeof itemAddressSchema>, unknown> & { form: FormData };
type Given = z.infer<typeof correctionFormSchema>;
type Correctable = Awaited<ReturnType<typeof findCorrectable>>;

const nothing = { result: undefined, preview: null, problems: [] };

/** Shows what a correction would change, or applies it, by its `intent`. */
export async function correctActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent !== "preview" && intent !== "apply") throw notFound();
  const correctable = await findCorrectable(input.personCtx(), input.params);
  const refused = await handleForm({
    form: input.form,
    schema: correctionFormSchema,
    run: async (given) => {
      const problems = await findProblems(input, { correctable, given });
      if (problems.length > 0) return { problems };
      return intent === "preview" ? preview(input, { correctable, given }) : apply(input, { correctable, given });
    },
  });
  if ("problems" in refused) return data({ ...nothing, problems: refused.problems }, { status: 422 });
  if ("preview" in refused) return data({ ...nothing, preview: refused.preview });
  const { result }: { result: SubmissionResult<string[]> } = refused.data;
  return data({ ...nothing, result }, refused.init ?? undefined);
}

/** What keeps a body from being a question that can be shown. */
async function findProblems(
  { personCtx }: Input,
  { correctable: { quiz, type }, given: { what, body } }: { correctable: Correctable; given: Given },
): Promise<BodyProblem[]> {
  if (what === "drop") return [];
  const checked = await checkBody(personCtx().db, { courseId: quiz.course.courseId, type, body });
  return checked.ok ? [] : checked.problems;
}

const asCorrection = ({ versionId }: Correctable, { what, body, reason, mayFail }: Given) => ({
  versionId,
  body: what === "drop" ? null : (body ?? {}),
  reason,
  mayFail,
});

async function preview(input: Input, { correctable, given }: { correctable: Correctable; given: Given }) {
  const ctx = input.personCtx();
  const affected = await previewCorrection(ctx, asCorrection(correctable, given));
  const { what, body, reason, mayFail } = given;
  const asked = { what, body: JSON.stringify(body ?? {}), reason, mayFail };
  return { preview: { asked, effects: await nameEffects(ctx, { quiz: correctable.quiz, effects: affected }) } };
}

async function apply(input: Input, { correctable, given }: { correctable: Correctable; given: Given }): Promise<never> {
  const { correctionId } = await correctQuestion(input.personCtx(), asCorrection(correctable, given));
  const { course, lesson } = input.params;
  const address = `/teach/${course}/${lesson}/results/corrections/${correctionId}`;
  throw redirectWithNotice(input.href(address), "quiz-results:notice.corrected");
}
