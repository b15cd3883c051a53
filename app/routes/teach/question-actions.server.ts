import { redirect } from "react-router";
import { bringBackQuestions, copyQuestions, removeQuestions } from "#app/features/quiz/bank/change-questions.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

type Input = RouteInput<{ course: string; question: string }, unknown> & { form: FormData };

/** Copies, removes or brings back the question of the page. */
export async function questionActions(input: Input): Promise<Response> {
  const { form, params, href } = input;
  const ctx = input.personCtx();
  const chosen = { course: params.course, questions: [params.question] };
  const bank = `/teach/${params.course}/questions`;
  const intent = form.get("intent");
  if (intent === "copy") {
    const words = serverWords(ctx.locale).of("question-bank");
    const [copy] = await copyQuestions(ctx, { ...chosen, nameOf: (name) => words("copyOf", { name }) });
    if (!copy) throw notFound();
    return redirectWithNotice(href(`${bank}/${copy}`), "question-bank:notice.copied", { count: 1 });
  }
  if (intent === "remove") {
    const removed = await removeQuestions(ctx, chosen);
    return redirect(href(`${bank}?undo=${removed.join(",")}`));
  }
  if (intent === "bring-back") {
    const count = await bringBackQuestions(ctx, chosen);
    return redirectWithNotice(href(`${bank}/${params.question}`), "question-bank:notice.broughtBack", { count });
  }
  throw notFound();
}
