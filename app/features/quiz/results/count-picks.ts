import type { LoadedQuestion } from "../load-question.server.ts";
import { type Pick, picksOf } from "./answer-picks.ts";

/** One answer that was given, by how many, and by how many of the best and the weakest. */
export type GivenAnswer = { value: unknown; count: number; upper: number; lower: number };

export type PickCount = Pick & { count: number; upper: number; lower: number; isRight: boolean };

const nameOf = ({ part, given }: Pick) => JSON.stringify([part, given]);

/**
 * How often each thing that can be said was said, most often first. Choices that nobody took are there as well, with
 * none: `choices` are the ids of those that the question offers as a whole.
 */
export function countPicks(
  { type, body }: Question,
  { answers, choices }: { answers: readonly GivenAnswer[]; choices: readonly string[] },
): PickCount[] {
  const key = new Set(picksOf(type.key(body)).map(nameOf));
  const none = { count: 0, upper: 0, lower: 0 };
  const counts = new Map<string, PickCount>(
    choices.map((given) => {
      const pick = { part: null, given };
      return [nameOf(pick), { ...pick, ...none, isRight: key.has(nameOf(pick)) }];
    }),
  );
  for (const { value, ...by } of answers) {
    const { parts } = type.grade(body, value);
    for (const pick of picksOf(value)) {
      const isRight = key.has(nameOf(pick)) || parts[pick.part ?? pick.given] === "right" || parts.answer === "right";
      const known = counts.get(nameOf(pick)) ?? { ...pick, ...none, isRight };
      counts.set(nameOf(pick), {
        ...known,
        count: known.count + by.count,
        upper: known.upper + by.upper,
        lower: known.lower + by.lower,
      });
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}

type Question = { type: LoadedQuestion["type"]; body: unknown };
