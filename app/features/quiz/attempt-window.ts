import type { QuizRules } from "./quiz-rules.ts";

/** What one learner was granted beside the rules; null where the rules hold. */
export type Accommodation = { extraMinutes: number; opensAt: Date | null; closesAt: Date | null };

type Rules = Pick<QuizRules, "minutes" | "graceSeconds" | "opensAt" | "closesAt">;

const MINUTE = 60_000;

/** When the quiz is open to a learner; null is no limit. What she herself was granted goes before her cohort's and the rules. */
export function windowFor(rules: Rules, { own, cohort }: { own: Accommodation | null; cohort: Accommodation | null }) {
  const given = (time: string | null) => (time === null ? null : new Date(time));
  return {
    opensAt: own?.opensAt ?? cohort?.opensAt ?? given(rules.opensAt),
    closesAt: own?.closesAt ?? cohort?.closesAt ?? given(rules.closesAt),
    extraMinutes: Math.max(own?.extraMinutes ?? 0, cohort?.extraMinutes ?? 0),
  };
}

export type AttemptWindow = ReturnType<typeof windowFor>;

/**
 * When an attempt begun at `startedAt` is over: the earlier of its start with the time allowed, and the closing. Null
 * where neither is set. `graceUntil` is how long answers made before that are taken.
 */
export function deadlineOf(rules: Rules, { window, startedAt }: { window: AttemptWindow; startedAt: Date }) {
  const allowed = rules.minutes === null ? null : (rules.minutes + window.extraMinutes) * MINUTE;
  const ends = [
    allowed === null ? null : startedAt.getTime() + allowed,
    window.closesAt === null ? null : window.closesAt.getTime(),
  ].filter((time) => time !== null);
  if (ends.length === 0) return { deadlineAt: null, graceUntil: null };
  // A quiz closed between the check and now: the attempt is over as it begins, never before.
  const deadline = Math.max(Math.min(...ends), startedAt.getTime());
  return { deadlineAt: new Date(deadline), graceUntil: new Date(deadline + rules.graceSeconds * 1_000) };
}

/**
 * Whether an edit counts: it came before the deadline, or was made before it and came within the grace. `madeAt` is
 * what the device says, so that at most the grace can be gained by a false one.
 */
export function isInTime(
  { deadlineAt, graceUntil }: { deadlineAt: Date | null; graceUntil: Date | null },
  { madeAt, receivedAt }: { madeAt: Date; receivedAt: Date },
): boolean {
  if (deadlineAt === null || graceUntil === null || receivedAt <= deadlineAt) return true;
  return madeAt <= deadlineAt && receivedAt <= graceUntil;
}
