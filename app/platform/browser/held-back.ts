import { type DataStrategyResult, data, isRouteErrorResponse } from "react-router";

/** Why what was sent from a page was not taken: too often (and for how many seconds), or the academy is away. */
export type HeldBack = { why: "tooMany"; seconds: number } | { why: "away" };

let current: HeldBack | undefined;
const listeners = new Set<() => void>();

function set(next: HeldBack | undefined): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

export const subscribeHeldBack = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const readHeldBack = () => current;
export const forgetHeldBack = () => set(undefined);

function secondsOf(body: unknown): number {
  const values = typeof body === "object" && body !== null && "values" in body ? body.values : undefined;
  const given = typeof values === "object" && values !== null && "seconds" in values ? Number(values.seconds) : 0;
  return Math.max(1, given || 0);
}

/**
 * Makes of an action that was refused for now (429, 503) one that answered nothing, and lets the page say so: an error
 * would take the place of the page, and of all that was typed into it. For what the client router got of an action.
 */
export function holdBack(results: Record<string, DataStrategyResult>): Record<string, DataStrategyResult> {
  const kept = Object.entries(results).map(([route, outcome]): [string, DataStrategyResult] => {
    const { type, result } = outcome;
    if (type !== "error" || !isRouteErrorResponse(result)) return [route, outcome];
    const { status } = result;
    if (status !== 429 && status !== 503) return [route, outcome];
    set(status === 429 ? { why: "tooMany", seconds: secondsOf(result.data) } : { why: "away" });
    return [route, { type: "data", result: data(undefined, { status }) }];
  });
  return Object.fromEntries(kept);
}
