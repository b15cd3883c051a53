import type { Db } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { callerOf, countTry, forgiveTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { parseCookies, SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, cookiesOf, refusalOf } from "./auth.server.ts";
import { notingSignIn } from "./note-sign-in.ts";
import { codeByAddress, codeTaken } from "./rate-rules.ts";

const CHALLENGE_COOKIE = SESSION_COOKIE.replace("session_token", "two_factor");

/** Whether a browser is in the middle of a sign-in that waits for a second factor. */
export function awaitsSecondFactor(headers: Headers): boolean {
  return parseCookies(headers.get("cookie")).has(CHALLENGE_COOKIE);
}

type Answer = { kind: "totp" | "backup"; code: string; address: string; headers: Headers };

/**
 * Ends a sign-in that waits for a second factor: by a code of the authenticator app, or by a backup code. Each works
 * once. Throws `wrongCode`, `challengeOver` when it must be begun again, `tooManyCodes`, `suspended`, or `tooMany`.
 */
export function verifySecondFactor(ctx: UseCaseContext, answer: Answer): Promise<{ cookies: Headers }> {
  const noted = { way: answer.kind, outcomeOf: () => "signedIn" } as const;
  return notingSignIn(ctx, noted, () => tryCode(ctx, answer));
}

async function tryCode(
  { db }: UseCaseContext,
  { kind, code, address, headers }: Answer,
): Promise<{ cookies: Headers }> {
  const caller = callerOf(address);
  await countTry({ db, rule: codeByAddress, key: caller });
  try {
    const answer = kind === "totp" ? await byApp({ db, code, headers }) : await byBackupCode({ db, code, headers });
    await forgiveTry({ db, rule: codeByAddress, key: caller });
    return { cookies: cookiesOf(answer.headers) };
  } catch (error) {
    throw translate(error);
  }
}

type Given = { db: Db; code: string; headers: Headers };

function byBackupCode({ db, code, headers }: Given) {
  return authFor(db).api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
}

async function byApp({ db, code, headers }: Given) {
  const answer = await authFor(db).api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  const { token, user } = answer.response;
  try {
    await countTry({ db, rule: codeTaken, key: `${user.id}:${code}` });
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    // The code was used before: the session that it would have begun ends before anybody knows of it.
    await db.session.deleteMany({ where: { token } });
    throw refuse("wrongCode");
  }
  return answer;
}

function translate(error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === undefined) return error;
  if (refusal === "SUSPENDED") return refuse("suspended");
  if (refusal === "INVALID_CODE" || refusal === "INVALID_BACKUP_CODE") return refuse("wrongCode");
  if (refusal === "ACCOUNT_TEMPORARILY_LOCKED") return refuse("tooManyCodes");
  return refuse("challengeOver");
}
