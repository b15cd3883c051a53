import type { AttemptWindow } from "./attempt-window.ts";
import type { Sitting } from "./load-sitting.server.ts";

export type Obstacle = "withdrawn" | "notStarted" | "lessonClosed" | "notOpenYet" | "closed" | "noAttemptsLeft";

/** Why a learner may not begin an attempt now, apart from a password; null where she may. */
export function obstacleTo(
  { state, startsAt, open, rules, attempts }: Pick<Sitting, "state" | "startsAt" | "open" | "rules" | "attempts">,
  { window, now }: { window: AttemptWindow; now: Date },
): Obstacle | null {
  if (state !== "active") return "withdrawn";
  if (startsAt !== null && startsAt > now) return "notStarted";
  if (!open) return "lessonClosed";
  if (window.opensAt !== null && window.opensAt > now) return "notOpenYet";
  if (window.closesAt !== null && window.closesAt <= now) return "closed";
  return rules.attempts !== null && attempts >= rules.attempts ? "noAttemptsLeft" : null;
}
