import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { LoadedQuestion } from "./load-question.server.ts";
import type { Grade } from "./question-types/question-type.ts";
import type { Reveal } from "./quiz-rules.ts";

/** What a person gave by each criterion; null where none has. */
type GivenRubric = Record<string, string | number> | null;

/** `given` of `points`, and the level that was chosen where there are such. */
export type GivenCriterion = { label: Translated; points: number; given: number; level: Translated | null };

type SlotGrade = {
  points: number | null;
  dropped: boolean;
  comment: string | null;
  rubric: GivenRubric;
  correction: string | null;
};

/** What is shown of one answer once the attempt is over; each part is absent where it may not be seen. */
export type SlotReview = {
  /** Thousandths of a point; null while it waits for a person. */
  earned?: {
    points: number | null;
    dropped: boolean;
    comment: string | null;
    correction: string | null;
    /** What a person gave by each criterion; none where it has no rubric or nobody has graded it. */
    criteria: GivenCriterion[];
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
  locale,
}: {
  reveals: ReadonlySet<Reveal>;
  question: LoadedQuestion | undefined;
  answer: unknown;
  grade: SlotGrade | undefined;
  locale: Locale;
}): SlotReview {
  if (!question || !grade) return {};
  const { type, body, text } = question;
  const { points, dropped, comment, rubric, correction } = grade;
  const criteria = tellCriteria(question, rubric);
  const result = answer === undefined ? undefined : type.grade(body, answer);
  const known = Object.entries(result?.parts ?? {}).filter(([, mark]) => reveals.has("key") || mark !== "missed");
  return {
    ...(reveals.has("score") || reveals.has("marks")
      ? { earned: { points, dropped, comment, correction, criteria } }
      : {}),
    ...(reveals.has("marks") ? { parts: Object.fromEntries(known) } : {}),
    ...(reveals.has("remarks") ? { remarks: (result?.remarks ?? []).map(text) } : {}),
    ...(reveals.has("key") ? { key: type.key(body, locale) } : {}),
  };
}

function tellCriteria({ type, body }: LoadedQuestion, rubric: GivenRubric): GivenCriterion[] {
  if (!rubric || !type.rubric) return [];
  return type.rubric(body).flatMap(({ id, label, points, levels = [] }) => {
    const level = levels.find((one) => one.id === rubric[id]);
    const given = level ? level.points : rubric[id];
    return typeof given === "number" ? [{ label, points, given, level: level?.label ?? null }] : [];
  });
}
