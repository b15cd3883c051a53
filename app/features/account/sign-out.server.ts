import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { authFor, cookiesOf } from "./auth.server.ts";

/** Ends the session that the browser's headers carry; returns the cookies that clear it away. A second time is no error. */
export async function signOut(
  { db }: UseCaseContext,
  { headers }: { headers: Headers },
): Promise<{ cookies: Headers }> {
  const answer = await authFor(db).api.signOut({ headers, returnHeaders: true });
  return { cookies: cookiesOf(answer.headers) };
}
