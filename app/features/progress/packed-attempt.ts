import type { AttemptView } from "#app/features/quiz/find-attempt.server.ts";

type Open = Extract<AttemptView, { state: "open" }>;

/** An attempt on its way to the browser: what it asks goes as one text while it is being sat. */
export type PackedAttempt = Exclude<AttemptView, Open> | (Omit<Open, "slots"> & { slots: string });

/**
 * Thousands begin at the same moment, and the router takes ten times as long as JSON to write a paper of hundreds of
 * small things.
 */
export function packAttempt(attempt: AttemptView): PackedAttempt {
  return attempt.state === "open" ? { ...attempt, slots: JSON.stringify(attempt.slots) } : attempt;
}

/** The attempt as it was packed. */
export function unpackAttempt(packed: PackedAttempt): AttemptView {
  return packed.state === "open" ? { ...packed, slots: JSON.parse(packed.slots) } : packed;
}
