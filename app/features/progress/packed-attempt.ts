import type { AttemptView } from "#app/features/quiz/find-attempt.server.ts";

type Open = Extract<AttemptView, { state: "open" }>;
type Sent = Omit<Open, "startedAt" | "deadlineAt" | "graceUntil"> & {
  startedAt: string;
  deadlineAt: string | null;
  graceUntil: string | null;
};

/** An attempt on its way to the browser: as one text while it is being sat. */
export type PackedAttempt = Exclude<AttemptView, Open> | { state: "open"; json: string };

/**
 * Thousands begin at the same moment, and the router takes ten times as long as JSON to write a paper of hundreds of
 * small things.
 */
export function packAttempt(attempt: AttemptView): PackedAttempt {
  return attempt.state === "open" ? { state: "open", json: JSON.stringify(attempt) } : attempt;
}

const momentOf = (text: string | null) => (text === null ? null : new Date(text));

/** The attempt as it was packed. */
export function unpackAttempt(packed: PackedAttempt): AttemptView {
  if (packed.state !== "open") return packed;
  const { startedAt, deadlineAt, graceUntil, ...attempt }: Sent = JSON.parse(packed.json);
  return {
    ...attempt,
    startedAt: new Date(startedAt),
    deadlineAt: momentOf(deadlineAt),
    graceUntil: momentOf(graceUntil),
  };
}
