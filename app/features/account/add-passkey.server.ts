import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, refusalOf } from "./auth.server.ts";
import { checkPassword } from "./check-password.server.ts";
import type { MadePasskey } from "./passkey-schema.ts";

type Given = { answer: MadePasskey; name: string; currentPassword: string; headers: Headers };

/** Keeps the passkey that a browser made for this person. Throws `wrongPassword`, `tooMany`, `sessionOld`, or `passkeyRefused`. */
export async function addPasskey(ctx: PersonContext, { answer, name, currentPassword, headers }: Given): Promise<void> {
  await checkPassword(ctx, currentPassword);
  try {
    await authFor(ctx.db).api.verifyPasskeyRegistration({ body: { response: answer, name }, headers });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) throw refuse(refusal === "SESSION_NOT_FRESH" ? "sessionOld" : "passkeyRefused");
    throw error;
  }
}
