import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, refusalOf } from "./auth.server.ts";
import type { MadePasskey } from "./passkey-schema.ts";

/** Keeps the passkey that a browser made for this person. Throws `sessionOld`, or `passkeyRefused`. */
export async function addPasskey(
  { db }: PersonContext,
  { answer, name, headers }: { answer: MadePasskey; name: string; headers: Headers },
): Promise<void> {
  try {
    await authFor(db).api.verifyPasskeyRegistration({ body: { response: answer, name }, headers });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) throw refuse(refusal === "SESSION_NOT_FRESH" ? "sessionOld" : "passkeyRefused");
    throw error;
  }
}
