import type { AttemptPageView } from "./attempt-page-view.server.ts";

const begun = new Map<string, AttemptPageView>();

/** Keeps what came with the answer to beginning an attempt until its page is drawn, which then asks for nothing. */
export function keepBegun(attempt: string, view: AttemptPageView): void {
  begun.set(attempt, view);
}

/** Whether the page of an attempt can be drawn from what came when it was begun. */
export function isBegun(attempt: string | undefined): boolean {
  return attempt !== undefined && begun.has(attempt);
}

/** What came when the attempt was begun; once alone, for what is older than a moment is asked for anew. */
export function takeBegun(attempt: string): AttemptPageView | undefined {
  const view = begun.get(attempt);
  begun.delete(attempt);
  return view;
}
