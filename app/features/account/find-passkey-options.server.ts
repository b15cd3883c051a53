import { z } from "zod";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { findAcademyName } from "#app/platform/site/find-academy-name.server.ts";
import { authFor } from "./auth.server.ts";
import { passkeyByAddress } from "./rate-rules.ts";

export const passkeySteps = ["generate-authenticate-options", "generate-register-options"] as const;

const optionsSchema = z.looseObject({ rp: z.looseObject({ name: z.string() }) });

/** The options with the name under which the device keeps the passkey: that of the academy, in the reader's language. */
async function withName(answer: Response, name: string): Promise<Response> {
  if (!answer.ok) return answer;
  const { rp, ...options } = optionsSchema.parse(await answer.json());
  const headers = new Headers(answer.headers);
  headers.delete("Content-Length");
  return new Response(JSON.stringify({ ...options, rp: { ...rp, name } }), { status: answer.status, headers });
}

/**
 * What a browser needs before it can use or make a passkey: a challenge that is good for five minutes, and the cookie
 * that names it. Answers with the library's own refusal where a session is missing or old. Throws `tooMany`.
 */
export async function findPasskeyOptions(
  { db, locale }: UseCaseContext,
  { step, address, headers }: { step: (typeof passkeySteps)[number]; address: string; headers: Headers },
): Promise<Response> {
  await countTry({ db, rule: passkeyByAddress, key: callerOf(address) });
  const { api } = authFor(db);
  const call = { headers, asResponse: true } as const;
  if (step === "generate-register-options") {
    const options = await api.generatePasskeyRegistrationOptions({ ...call, query: {} });
    return withName(options, await findAcademyName({ db, locale }));
  }
  return api.generatePasskeyAuthenticationOptions(call);
}
