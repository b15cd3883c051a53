import type { z } from "zod";
import { renderPassages } from "#app/features/lesson/render-passages.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { seededRandom } from "../draw-questions.ts";
import { loadDraftQuestion } from "../load-question.server.ts";
import type { BodyProblem } from "../question-types/question-props.ts";
import type { Grade } from "../question-types/question-type.ts";
import type { questionDraftSchema } from "./bank-schema.ts";
import { checkBody } from "./check-body.server.ts";
import { openBank } from "./open-bank.server.ts";

type Draft = Pick<z.infer<typeof questionDraftSchema>, "type" | "body">;
type Context = Pick<PersonContext, "db" | "actor">;
type Invalid = { result: "invalid"; problems: BodyProblem[] };

/** How learners would see it, in an order that shuffling gave; key and remarks are not in it. */
export type ShownDraft = { result: "shown"; shown: unknown } | Invalid;

/** What an answer to it earns: `review` as the question's view takes it, and the remarks as HTML. */
export type TriedDraft =
  | { result: "graded"; review: { grade: Grade; key: unknown }; remarks: Translated[] }
  /** Only a person can say; the remarks are those that every answer gets. */
  | { result: "byHand"; remarks: Translated[] }
  | { result: "unfit" }
  | Invalid;

/** A question that is being written, as a learner would see it. Throws `notFound`. */
export async function showDraft(
  ctx: Context,
  { course: slug, type, body }: { course: string } & Draft,
): Promise<ShownDraft> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  const checked = await checkBody(ctx.db, { courseId, type, body });
  if (!checked.ok) return { result: "invalid", problems: checked.problems };
  const loaded = await loadDraftQuestion(ctx.db, { courseId, type, body: checked.body });
  const { text, media } = loaded;
  // The same seed each time, so that the preview does not jump while it is written.
  const options = { shuffle: false, random: seededRandom(1), text, media };
  return { result: "shown", shown: loaded.type.show(checked.body, options) };
}

/** Grades an answer to a question that is being written; nothing is kept. Throws `notFound`. */
export async function tryDraft(
  ctx: Context,
  { course: slug, type, body, answer }: { course: string; answer: unknown } & Draft,
): Promise<TriedDraft> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  const checked = await checkBody(ctx.db, { courseId, type, body });
  if (!checked.ok) return { result: "invalid", problems: checked.problems };
  const loaded = await loadDraftQuestion(ctx.db, { courseId, type, body: checked.body });
  const given = loaded.type.parseAnswer(answer ?? loaded.type.blank);
  if (!given.ok || !loaded.type.fits(checked.body, given.value)) return { result: "unfit" };
  const grade = loaded.type.grade(checked.body, given.value);
  const remarks = await renderPassages(ctx.db, { courseId, passages: grade.remarks });
  if (grade.share === null) return { result: "byHand", remarks };
  return { result: "graded", review: { grade, key: loaded.type.key(checked.body) }, remarks };
}
