import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { LoadedQuestion } from "../load-question.server.ts";
import { makePaper } from "../make-paper.server.ts";
import type { Paper, PaperSlot } from "../paper.ts";
import { type Feedback, feedbackSchema } from "../question-types/body-parts.ts";
import type { FrozenPlan } from "../quiz-plan.ts";
import type { QuizAddress } from "./open-quiz-draft.server.ts";
import { drawDraftPaper } from "./preview-paper.server.ts";

export const MOST_VARIANTS = 6;

/** A question on paper with what its key says; only for those who may edit the quiz. */
export type PrintedSlot = Pick<PaperSlot, "slot" | "section" | "type" | "points" | "shown"> & {
  /** A fully right answer, or a blank one where only a person can say. */
  key: unknown;
  /** As its author wrote it: what else is accepted, and how exactly. */
  body: unknown;
  /** General remarks, as HTML by language. */
  remarks: { [when in keyof Feedback]?: Translated };
};

export type PrintedPaper = {
  /** Counted from 0. */
  variant: number;
  sections: Paper["sections"];
  slots: PrintedSlot[];
  maxPoints: number;
};

/** The questions of a paper, each in the section in which it was drawn, for others to be made of the same. */
function planOf(paper: Paper): FrozenPlan {
  return {
    sections: paper.sections.map((section) => ({
      ...section,
      slots: paper.slots
        .filter((slot) => slot.section === section.id)
        .map(({ slot, points, versionId }) => ({ id: `${slot}`, points, count: 1, from: { versionIds: [versionId] } })),
    })),
  };
}

function remarksOf({ body, text }: LoadedQuestion): PrintedSlot["remarks"] {
  const feedback = typeof body === "object" && body !== null && "feedback" in body ? body.feedback : undefined;
  const { right, partly, wrong, always } = feedbackSchema.safeParse(feedback).data ?? {};
  const html = (remark: Translated | undefined) => remark && text(remark);
  return { right: html(right), partly: html(partly), wrong: html(wrong), always: html(always) };
}

function print(paper: Paper, questions: ReadonlyMap<string, LoadedQuestion>): Omit<PrintedPaper, "variant"> {
  const slots = paper.slots.flatMap(({ versionId, ...slot }) => {
    const question = questions.get(versionId);
    if (!question) return [];
    const { type, body } = question;
    return [{ ...slot, key: type.key(body) ?? type.blank, body, remarks: remarksOf(question) }];
  });
  return { sections: paper.sections, slots, maxPoints: slots.reduce((sum, { points }) => sum + points, 0) };
}

/**
 * Papers drawn from a quiz's draft for printing, each with its key: the one that the seed draws, and as many more of
 * the same questions as are asked for, in other orders. The same seed gives the same papers. Throws 404 for who may
 * not edit the quiz.
 */
export async function printPapers(
  ctx: Pick<PersonContext, "db" | "actor">,
  { variants, ...input }: QuizAddress & { seed: number; variants: number },
) {
  const { course, lesson, rules, paper, questions } = await drawDraftPaper(ctx, input);
  const shuffled = { ...rules, shuffleQuestions: true, shuffleChoices: true };
  const plan = planOf(paper);
  // Far apart: a paper's questions take the numbers that follow its seed.
  const seedOf = (variant: number) => (input.seed + variant * 100_003) % 2 ** 31;
  const others = Array.from({ length: Math.min(variants, MOST_VARIANTS) - 1 }, (_, index) =>
    makePaper({ rules: shuffled, plan, seed: seedOf(index + 1), questions }),
  );
  const papers = [paper, ...others].map((one, variant) => ({ variant, ...print(one, questions) }));
  return { course, lesson, minutes: rules.minutes, seed: input.seed, papers };
}
