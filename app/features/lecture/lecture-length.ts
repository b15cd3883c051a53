/** Whole seconds in which watching of a video is counted. */
export function lengthOf(durationMs: number): number {
  return Math.max(1, Math.round(durationMs / 1000));
}

/** Whether a video may take the place of one of `before` seconds while what was watched of that one stays. */
export function keepsLength(before: number, after: number): boolean {
  return Math.abs(before - after) <= 1;
}

/** Whole minutes that a lesson takes with a video of so many seconds. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
