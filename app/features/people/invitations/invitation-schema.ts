import { z } from "zod";
import { nameSchema, newPasswordSchema } from "#app/features/account/account-schema.ts";
import { MOST_INVITEES } from "#app/platform/csv/read-invitees.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

const packed = z.string().transform((text, issues): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    issues.addIssue("not JSON");
    return z.NEVER;
  }
});

const invitees = packed.pipe(
  z
    .array(z.object({ name: z.string().max(80), email: z.email().max(254).toLowerCase() }))
    .min(1)
    .max(MOST_INVITEES),
);

/** Those who were looked at, the language of their letter, and the courses in which they get a place. */
export const inviteSchema = z.object({
  invitees,
  language: localeSchema,
  courses: z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(50)])
    .optional()
    .transform((ids) => ids ?? []),
  reason: z.string().trim().min(3).max(500),
});

export const invitationActSchema = z.object({ intent: z.enum(["resend", "withdraw"]), invitation: z.uuid() });

export const invitationStates = ["waiting", "expired", "accepted", "withdrawn"] as const;
export type InvitationState = (typeof invitationStates)[number];

const line = z.string().transform((text) => {
  const plain = text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ");
  return plain.trim().slice(0, 200) || undefined;
});

export const invitationSearchSchema = z.object({
  q: line.optional(),
  state: z.enum(invitationStates).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** What a letter carries; anything else is an invitation that works no more. */
export const invitationParams = z.object({ token: z.string().max(200) });

export const acceptSchema = z.object({
  ...{ name: nameSchema, password: newPasswordSchema },
  /** Versions of policies that she agrees to. */
  agree: z.array(z.uuid()).max(50).default([]),
});
