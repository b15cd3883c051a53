import { z } from "zod";
import { ownPathSchema } from "#app/platform/http/own-path.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length.ts";

const text = (maximum: number) => z.string().trim().min(1).max(maximum);

/** An e-mail address, in lower case as it is kept. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A password that is being chosen: its length counts, not its composition (NIST SP 800-63B, 3.1.1.2). */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN)
  .max(PASSWORD_MAX)
  .refine((password) => !isCommonPassword(password), { message: "account:errors.commonPassword" });

/** A password that is being given; whether it is right is not said by its shape. */
export const givenPasswordSchema = z.string().min(1).max(PASSWORD_MAX);

/** A page of the academy to go on to: a path, never another site. */
export const nextSchema = ownPathSchema.optional().catch(undefined);

export const nameSchema = text(80);

export const signUpSchema = z
  .object({
    ...{ name: nameSchema, email: emailSchema, password: newPasswordSchema, next: nextSchema },
    /** Versions of policies that she agrees to. */
    agree: z.array(z.uuid()).max(50).default([]),
  })
  .refine(({ email, password }) => password.toLowerCase() !== email, {
    path: ["password"],
    message: "account:errors.commonPassword",
  });

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema, next: nextSchema });

export const emailOnlySchema = z.object({ email: emailSchema });

/** What a mailed link carries. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const resetPasswordSchema = z.object({ token: tokenSchema, password: newPasswordSchema });

export const changePasswordSchema = z.object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema });

export const changeEmailSchema = z.object({ email: emailSchema, currentPassword: givenPasswordSchema });

export const passwordOnlySchema = z.object({ currentPassword: givenPasswordSchema });

/** A code of an authenticator app, however it was spaced and in whichever digits it was typed. */
export const totpCodeSchema = z
  .string()
  .transform((code) =>
    code
      .replace(/[\s-]/g, "")
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)),
  )
  .pipe(z.string().regex(/^\d{6}$/, { message: "account:errors.codeShape" }));

const backupCodeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]{5}-?[a-z0-9]{5}$/, { message: "account:errors.backupCodeShape" })
  .transform((code) => (code.includes("-") ? code : `${code.slice(0, 5)}-${code.slice(5)}`));

export const secondFactorSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("totp"), code: totpCodeSchema, next: nextSchema }),
  z.object({ kind: z.literal("backup"), code: backupCodeSchema, next: nextSchema }),
]);
