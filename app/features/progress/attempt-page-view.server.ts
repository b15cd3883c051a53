import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type AttemptPage, findAttemptPage } from "./find-attempt-page.server.ts";
import { type PackedAttempt, packAttempt } from "./packed-attempt.ts";

/** What the page of an attempt is drawn from. */
export type AttemptPageView = {
  place: Omit<AttemptPage, "attempt">;
  packed: PackedAttempt;
  personId: string;
  /** ISO 8601: a browser's own clock may be wrong. */
  serverNow: string;
};

/** The page of the actor's own attempt, as it is sent. Throws 404 as `findAttemptPage` does. */
export async function viewAttemptPage(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  address: { course: string; attempt: string },
): Promise<AttemptPageView> {
  const { attempt, ...place } = await findAttemptPage(ctx, address);
  return { place, packed: packAttempt(attempt), personId: ctx.actor.id, serverNow: ctx.clock.now().toISOString() };
}
