import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { authFor } from "./auth.server.ts";
import { passkeyByAddress } from "./rate-rules.ts";

export const passkeySteps = ["generate-authenticate-options", "generate-register-options"] as const;

/**
 * What a browser needs before it can use or make a passkey: a challenge that is good for five minutes, and the cookie
 * that names it. Answers with the library's own refusal where a session is missing or old. Throws `tooMany`.
 */
export async function findPasskeyOptions(
  { db }: UseCaseContext,
  { step, address, headers }: { step: (typeof passkeySteps)[number]; address: string; headers: Headers },
): Promise<Response> {
  await countTry({ db, rule: passkeyByAddress, key: callerOf(address) });
  const { api } = authFor(db);
  const call = { headers, asResponse: true } as const;
  if (step === "generate-register-options") return api.generatePasskeyRegistrationOptions({ ...call, query: {} });
  return api.generatePasskeyAuthenticationOptions(call);
}
