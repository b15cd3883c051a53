import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";

/** By which way somebody wanted in; a second step is noted by itself. */
type Way = "password" | "passkey" | "totp" | "backup";

/**
 * Writes to the log how an attempt to sign in ended: `signedIn`, `secondFactor` (the first step was right), or the code
 * by which it was refused. Who it was is not said: the line's request id leads to what happened else in that moment.
 */
export function noteSignIn({ log }: Pick<UseCaseContext, "log">, attempt: { way: Way; outcome: string }): void {
  log.info({ security: "signIn", ...attempt }, "Somebody wanted to sign in");
}

/** Has `signIn` done, and notes how it ended, whichever way that is. */
export async function notingSignIn<T>(
  ctx: Pick<UseCaseContext, "log">,
  { way, outcomeOf }: { way: Way; outcomeOf: (done: T) => string },
  signIn: () => Promise<T>,
): Promise<T> {
  try {
    const done = await signIn();
    noteSignIn(ctx, { way, outcome: outcomeOf(done) });
    return done;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "failed";
    noteSignIn(ctx, { way, outcome: code });
    throw error;
  }
}
