import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { questionTypes } from "../question-types/registry.ts";
import type { FrozenPlan, QuizPlan } from "../quiz-plan.ts";
import { missingLocales } from "./missing-locales.ts";
import { type Shortage, shortagesOf } from "./plan-shortages.ts";

/** A question as its makers know it. */
export type BankQuestion = {
  id: string;
  name: string;
  type: string;
  tags: string[];
  stem: Translated;
  removed: boolean;
};

/** How a slot stands with the bank as it is now. */
export type SlotStanding = {
  found: number;
  shortage: Shortage | null;
  /** Languages of the course in which a question that may be drawn is not whole. */
  missing: Locale[];
};

type Version = { questionId: string; id: string; body: unknown; question: { type: string } };

function languagesOf({ body, question }: Version, locales: readonly Locale[]): Locale[] {
  const type = questionTypes.get(question.type);
  return type ? missingLocales([...type.texts(body), ...type.labels(body)], locales) : [];
}

/** How each slot of a plan stands, by its id. `frozen` is the plan with what may be drawn now. */
export async function findSlotStandings(
  db: DbOrTx,
  { frozen, locales }: { frozen: FrozenPlan; locales: readonly Locale[] },
): Promise<Record<string, SlotStanding>> {
  const slots = frozen.sections.flatMap((section) => section.slots);
  const versions = await db.questionVersion.findMany({
    where: { id: { in: [...new Set(slots.flatMap(({ from }) => from.versionIds))] } },
    select: { id: true, questionId: true, body: true, question: { select: { type: true } } },
  });
  const missing = new Map(versions.map((version) => [version.id, languagesOf(version, locales)]));
  const shortages = shortagesOf(frozen);
  return Object.fromEntries(
    slots.map(({ id, from: { versionIds } }) => [
      id,
      {
        found: versionIds.length,
        shortage: shortages.get(id) ?? null,
        missing: locales.filter((locale) => versionIds.some((version) => missing.get(version)?.includes(locale))),
      },
    ]),
  );
}

const STEM = 160;

/** The beginning of a question's text in each language, as it is written. */
export function stemOf(body: unknown): Translated {
  const stem =
    typeof body === "object" && body !== null && "stem" in body ? translatedSchema.safeParse(body.stem) : null;
  if (!stem?.success) return {};
  return Object.fromEntries(
    Object.entries(stem.data).map(([locale, text]) => [locale, text.length > STEM ? `${text.slice(0, STEM)}…` : text]),
  );
}

/** The questions that a plan takes by name, also those that have been removed since. */
export async function findFixedQuestions(
  db: DbOrTx,
  { plan, courseId }: { plan: QuizPlan; courseId: string },
): Promise<BankQuestion[]> {
  const slots = plan.sections.flatMap((section) => section.slots);
  const ids = slots.flatMap(({ from }) => ("questionId" in from ? from.questionId : []));
  const questions = await db.question.findMany({
    where: { id: { in: ids }, courseId },
    select: {
      ...{ id: true, name: true, type: true, tags: true, removedAt: true, current: true },
      versions: { select: { number: true, body: true }, orderBy: { number: "desc" } },
    },
  });
  return questions.map(({ removedAt, current, versions, ...question }) => ({
    ...question,
    stem: stemOf(versions.find(({ number }) => number === current)?.body),
    removed: removedAt !== null,
  }));
}
