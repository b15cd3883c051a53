import { randomBytes } from "node:crypto";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { SESSION_SECONDS } from "./load-actor.server.ts";
import { signSessionToken, writeSessionCookie } from "./session-cookie.server.ts";

/**
 * Gives a session another token; the one it had opens nothing any more, in any process. For when its person has proved
 * anew who she is, or may do more than before: whoever had the old one, by whatever way, is left behind. Returns the
 * cookie for her browser, as Set-Cookie has it.
 */
export async function rotateSession(db: DbOrTx, { sessionId }: { sessionId: string }): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1_000);
  // One that has ended meanwhile stays ended, and the cookie opens nothing.
  await db.session.updateMany({ where: { id: sessionId }, data: { token, expiresAt } });
  return writeSessionCookie(encodeURIComponent(signSessionToken(token)), SESSION_SECONDS);
}
