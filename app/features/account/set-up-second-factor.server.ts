import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { toString as drawQr } from "qrcode";
import { countTry, forgetTries } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findAcademyName } from "#app/platform/site/find-academy-name.server.ts";
import { refuse } from "./account-errors.ts";
import { authFor, cookiesOf, refusalOf } from "./auth.server.ts";
import { checkPassword } from "./check-password.server.ts";
import { codeByPerson, codeTaken } from "./rate-rules.ts";
import { tellOfAccount } from "./tell-of-account.server.ts";

type Given = { headers: Headers };

/** Begins to set up an authenticator app with a new secret. Throws `wrongPassword`, `secondFactorAlreadyOn`, or `tooMany`. */
export async function startSecondFactor(
  ctx: PersonContext,
  { currentPassword, headers }: Given & { currentPassword: string },
): Promise<void> {
  await checkPassword(ctx, currentPassword);
  try {
    await authFor(ctx.db).api.enableTwoFactor({ body: { password: currentPassword }, headers });
  } catch (error) {
    if (refusalOf(error) === "TOTP_ALREADY_ENABLED") throw refuse("secondFactorAlreadyOn");
    throw error;
  }
}

export type SecondFactorState =
  | { state: "off" }
  | { state: "on" }
  | { state: "pending"; qrSvg: string; secret: string };

/** How far a person's authenticator app is set up; while it is, what the app must be told: a QR code (SVG) and a text. */
export async function findSecondFactor(ctx: PersonContext): Promise<SecondFactorState> {
  const select = { secret: true, verified: true };
  const row = await ctx.db.twoFactor.findUnique({ where: { userId: ctx.actor.id }, select });
  if (!row) return { state: "off" };
  if (row.verified) return { state: "on" };
  const { secretConfig } = await authFor(ctx.db).$context;
  const otp = createOTP(await symmetricDecrypt({ key: secretConfig, data: row.secret }));
  const uri = otp.url(await findAcademyName(ctx), ctx.actor.email);
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return { state: "pending", qrSvg: await drawQr(uri, { type: "svg", margin: 2 }), secret };
}

/**
 * Ends the set-up with a first code of the app. Returns the backup codes, to be shown this once, and the cookies of
 * the session that goes on. Throws `wrongCode`, or `tooMany`.
 */
export async function confirmSecondFactor(
  ctx: PersonContext,
  { code, headers }: Given & { code: string },
): Promise<{ backupCodes: string[]; cookies: Headers }> {
  const { db, actor } = ctx;
  await countTry({ db, rule: codeByPerson, key: actor.id });
  const { api } = authFor(db);
  try {
    const answer = await api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: actor.id } });
    await countTry({ db, rule: codeTaken, key: `${actor.id}:${code}` });
    await forgetTries({ db, rule: codeByPerson, key: actor.id });
    await tellOfAccount(db, { userId: actor.id, what: "secondFactorOn", locale: ctx.locale });
    return { backupCodes, cookies: cookiesOf(answer.headers) };
  } catch (error) {
    if (refusalOf(error)) throw refuse("wrongCode");
    throw error;
  }
}

/** Makes new backup codes; the old ones stop working. Throws `wrongPassword`, or `tooMany`. */
export async function renewBackupCodes(
  ctx: PersonContext,
  { currentPassword, headers }: Given & { currentPassword: string },
): Promise<{ backupCodes: string[] }> {
  await checkPassword(ctx, currentPassword);
  const { backupCodes } = await authFor(ctx.db).api.generateBackupCodes({
    body: { password: currentPassword },
    headers,
  });
  return { backupCodes };
}

/** Turns the second factor off. Throws `wrongPassword`, or `tooMany`. */
export async function turnOffSecondFactor(
  ctx: PersonContext,
  { currentPassword, headers }: Given & { currentPassword: string },
): Promise<{ cookies: Headers }> {
  await checkPassword(ctx, currentPassword);
  const call = { body: { password: currentPassword }, headers, returnHeaders: true } as const;
  const answer = await authFor(ctx.db).api.disableTwoFactor(call);
  await tellOfAccount(ctx.db, { userId: ctx.actor.id, what: "secondFactorOff", locale: ctx.locale });
  return { cookies: cookiesOf(answer.headers) };
}
