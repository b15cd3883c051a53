import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { callerOf, countTry, forgetTries, forgiveTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, cookiesOf, refusalOf } from "./auth.server.ts";
import { makeEmailLink } from "./email-link.server.ts";
import { verifyEmailMail } from "./mail/account-mails.ts";
import { notingSignIn } from "./note-sign-in.ts";
import { mailByEmail, signInByAddress, signInByEmail } from "./rate-rules.ts";

type Outcome = { state: "signedIn" | "secondFactor" | "unverified"; cookies: Headers };

type Attempt = {
  email: string;
  password: string;
  next?: string;
  address: string;
  /** The browser's own headers: its name is kept with the session. */
  headers: Headers;
};

/**
 * Signs in by password, or to the point where a second factor is asked for. Unknown address and wrong password are
 * told apart neither by the answer nor by its time. An address that is not confirmed yet is sent a new link, but only
 * with the right password. Throws `wrongCredentials`, `suspended`, or `tooMany`.
 */
export function signIn(ctx: UseCaseContext, attempt: Attempt): Promise<Outcome> {
  const noted = { way: "password", outcomeOf: ({ state }: Outcome) => state } as const;
  return notingSignIn(ctx, noted, () => tryToSignIn(ctx, attempt));
}

async function tryToSignIn(ctx: UseCaseContext, { address, ...attempt }: Attempt): Promise<Outcome> {
  const { db } = ctx;
  const { email, password, headers } = attempt;
  const caller = callerOf(address);
  await Promise.all([
    countTry({ db, rule: signInByAddress, key: caller }),
    countTry({ db, rule: signInByEmail, key: email }),
  ]);
  try {
    const answer = await authFor(db).api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    await Promise.all([
      forgiveTry({ db, rule: signInByAddress, key: caller }),
      forgetTries({ db, rule: signInByEmail, key: email }),
    ]);
    const state = "twoFactorRedirect" in answer.response ? "secondFactor" : "signedIn";
    return { state, cookies: cookiesOf(answer.headers) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === "EMAIL_NOT_VERIFIED") return sendLinkAgain(ctx, attempt);
    if (refusal === "SUSPENDED") throw refuse("suspended");
    if (refusal) throw refuse("wrongCredentials");
    throw error;
  }
}

async function sendLinkAgain(ctx: UseCaseContext, { email, next }: { email: string; next?: string }): Promise<Outcome> {
  await countTry({ db: ctx.db, rule: mailByEmail, key: email });
  await inTransaction(ctx.db, async (tx) => {
    const { id: userId } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
    const link = await makeEmailLink(tx, { userId, purpose: "verifyEmail", email, now: ctx.clock.now() });
    await addMail(tx, verifyEmailMail, { to: email, locale: ctx.locale, values: { ...link, next } });
  });
  return { state: "unverified", cookies: new Headers() };
}
