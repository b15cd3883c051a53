import type { Translated } from "#app/platform/i18n/locales.ts";
import type { LoadedQuestion } from "./load-question.server.ts";
import type { Grade } from "./question-types/question-type.ts";
import type { Reveal } from "./quiz-rules.ts";

/** What a person gave by each criterion; null where none has. */
type GivenRubric = Record<string, string | number> | null;

/** What is shown of one answer once the attempt is over; each part is absent where it may not be seen. */
export type SlotReview = {
  /** Thousandths of a point; null while it waits for a person. */
  earned?: {
    points: number | null;
    dropped: boolean;
    comment: string | null;
    rubric: GivenRubric;
    correction: string | null;
  };
  parts?: Grade["parts"];
  /** HTML by language. */
  remarks?: Translated[];
  key?: unknown;
};

/** Puts together what `reveals` allows. Without the key, what was missed is not told either: it would say the key. */
export function reviewSlot({
  reveals,
  question,
  answer,
  grade,
}: {
  reveals: ReadonlySet<Reveal>;
  question: LoadedQuestion | undefined;
  answer: unknown;
  grade: NonNullable<SlotReview["earned"]> | undefined;
}): SlotReview {
  if (!question || !grade) return {};
  const { type, body, text } = question;
  const { points, dropped, comment, rubric, correction } = grade;
  const result = answer === undefined ? undefined : type.grade(body, answer);
  const known = Object.entries(result?.parts ?? {}).filter(([, mark]) => reveals.has("key") || mark !== "missed");
  return {
    ...(reveals.has("score") || reveals.has("marks")
      ? { earned: { points, dropped, comment, rubric, correction } }
      : {}),
    ...(reveals.has("marks") ? { parts: Object.fromEntries(known) } : {}),
    ...(reveals.has("remarks") ? { remarks: (result?.remarks ?? []).map(text) } : {}),
    ...(reveals.has("key") ? { key: type.key(body) } : {}),
  };
}
