import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, cookiesOf, refusalOf } from "./auth.server.ts";
import { notingSignIn } from "./note-sign-in.ts";
import type { PasskeySignIn } from "./passkey-schema.ts";
import { passkeyByAddress } from "./rate-rules.ts";

type Attempt = { answer: PasskeySignIn; address: string; headers: Headers };

/** Signs in by what a browser's passkey answered. Throws `passkeyRefused`, `suspended`, or `tooMany`. */
export function signInByPasskey(ctx: UseCaseContext, attempt: Attempt): Promise<{ cookies: Headers }> {
  const noted = { way: "passkey", outcomeOf: () => "signedIn" } as const;
  return notingSignIn(ctx, noted, () => tryPasskey(ctx, attempt));
}

async function tryPasskey(
  { db }: UseCaseContext,
  { answer, address, headers }: Attempt,
): Promise<{ cookies: Headers }> {
  await countTry({ db, rule: passkeyByAddress, key: callerOf(address) });
  try {
    const call = { body: { response: answer }, headers, returnHeaders: true } as const;
    const signedIn = await authFor(db).api.verifyPasskeyAuthentication(call);
    return { cookies: cookiesOf(signedIn.headers) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) throw refuse(refusal === "SUSPENDED" ? "suspended" : "passkeyRefused");
    throw error;
  }
}
