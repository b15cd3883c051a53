import { redirectDocument } from "react-router";
import { z } from "zod";
import { bankHref } from "#app/features/quiz/bank/bank-filters.ts";
import { type bankFiltersSchema, chosenSchema, tagSchema } from "#app/features/quiz/bank/bank-schema.ts";
import {
  bringBackQuestions,
  copyQuestions,
  moveQuestions,
  removeQuestions,
  tagQuestions,
  untagQuestions,
} from "#app/features/quiz/bank/change-questions.server.ts";
import { exportFormats } from "#app/features/quiz/exchange/exchange-formats.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

type Input = RouteInput<{ course: string }, z.output<typeof bankFiltersSchema>> & { form: FormData };
type Act = (input: Input) => ReturnType<typeof handleForm<z.ZodType, never>>;

const chosen = z.object({ question: chosenSchema });
const categorised = chosen.extend({ category: z.union([z.uuid(), z.literal("none")]) });
const exported = chosen.extend({ format: z.enum(exportFormats).default("yaml") });
const tagged = chosen.extend({ tag: tagSchema });

/** The list as it was, with something more in its address. */
function here({ params, search: { cursor, undo: _, ...filters }, href }: Input, more: Record<string, string> = {}) {
  return href(bankHref(params.course, filters, { ...(cursor ? { cursor } : {}), ...more }));
}

const told = (input: Input, notice: string, count: number, more?: Record<string, string>) =>
  redirectWithNotice(here(input, more), `question-bank:notice.${notice}`, { count });

/** An act upon the questions that were chosen in the list; `run` answers with a redirect. */
function act<S extends z.ZodType>(schema: S, run: (input: Input, given: z.output<S>) => Promise<Response>): Act {
  return (input) =>
    handleForm({
      form: input.form,
      schema,
      run: async (given): Promise<never> => {
        throw await run(input, given);
      },
    });
}

const acts = new Map<string, Act>([
  [
    "move",
    act(categorised, async (input, { question: questions, category }) => {
      const categoryId = category === "none" ? null : category;
      return told(input, "moved", await moveQuestions(input.personCtx(), { ...input.params, questions, categoryId }));
    }),
  ],
  [
    "tag",
    act(tagged, async (input, { question: questions, tag }) =>
      told(input, "tagged", await tagQuestions(input.personCtx(), { ...input.params, questions, tag })),
    ),
  ],
  [
    "untag",
    act(tagged, async (input, { question: questions, tag }) =>
      told(input, "untagged", await untagQuestions(input.personCtx(), { ...input.params, questions, tag })),
    ),
  ],
  [
    "copy",
    act(chosen, async (input, { question: questions }) => {
      const words = serverWords(input.ctx.locale).of("question-bank");
      const nameOf = (name: string) => words("copyOf", { name });
      const copies = await copyQuestions(input.personCtx(), { ...input.params, questions, nameOf });
      return told(input, "copied", copies.length);
    }),
  ],
  [
    "remove",
    act(chosen, async (input, { question: questions }) => {
      const removed = await removeQuestions(input.personCtx(), { ...input.params, questions });
      return told(input, "removed", removed.length, { undo: removed.join(",") });
    }),
  ],
  [
    "bring-back",
    act(chosen, async (input, { question: questions }) =>
      told(input, "broughtBack", await bringBackQuestions(input.personCtx(), { ...input.params, questions })),
    ),
  ],
  [
    "export",
    act(exported, async ({ params, href }, { question: questions, format }) =>
      redirectDocument(href(`/teach/${params.course}/questions/export?format=${format}&ids=${questions.join(",")}`)),
    ),
  ],
]);

/** Does with the chosen questions what the button that was pressed says. */
export async function questionsActions(input: Input) {
  const found = acts.get(String(input.form.get("intent")));
  if (!found) throw notFound();
  return found(input);
}
