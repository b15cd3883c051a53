import { z } from "zod";
import { MOST_INVITEES, MOST_NAME } from "#app/platform/csv/read-invitees.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { countSchema } from "./count-schema.ts";
import { groupStates } from "./group-filters.ts";

/** As many seats as a group is given at once. */
export const MOST_GROUP_SEATS = 5_000;

/** One line without control characters, which PostgreSQL and letters do not take well. */
const line = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1).max(most));

const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

const count = countSchema(MOST_GROUP_SEATS);

/** The last day on which codes work, kept as the moment at which it ends (UTC). */
const lastDay = z.iso
  .date()
  .optional()
  .transform((day) => (day ? new Date(Date.parse(day) + 86_400_000) : null));

/** A course and how one learns in it: `slug`, or `slug/cohort`. */
const place = z
  .string()
  .regex(/^[a-z0-9-]{1,120}(\/[0-9a-f-]{36})?$/)
  .transform((value) => {
    const [course = "", cohortId = null] = value.split("/");
    return { course, cohortId };
  })
  .pipe(z.object({ course: z.string(), cohortId: z.uuid().nullable() }));

const coordinator = { coordinatorEmail: emailSchema, expiresOn: lastDay };

export const newGroupSchema = z.object({
  name: line(120),
  place,
  seats: count,
  reference: line(120),
  ...coordinator,
});

export const changeGroupSchema = z.object({ intent: z.literal("change"), ...coordinator, reason: line(500) });
export const moreSeatsSchema = z.object({ intent: z.literal("more"), seats: count, reference: line(120) });
export const closeGroupSchema = z.object({ intent: z.literal("close"), reason: line(500) });

const packedSchema = z
  .array(z.object({ name: z.string().max(MOST_NAME), email: emailSchema }))
  .min(1)
  .max(MOST_INVITEES);

/** Those whom a report showed, as its form carries them. */
const packed = z.string().transform((text, issue) => {
  try {
    return packedSchema.parse(JSON.parse(text));
  } catch {
    issue.addIssue({ code: "custom", message: "form:invalid" });
    return z.NEVER;
  }
});

export const inviteSchema = z.object({ intent: z.literal("invite"), language: localeSchema, invitees: packed });
export const invitationSchema = z.object({ intent: z.enum(["resend", "takeBack"]), code: z.uuid() });
export const handOutSchema = z.object({ intent: z.literal("handOut"), seats: count });

export const groupFiltersSchema = z.object({
  q: line(200).optional().catch(undefined),
  state: z.enum(groupStates).optional().catch(undefined),
});
export const groupSearchSchema = groupFiltersSchema.extend({ cursor: z.string().max(300).optional().catch(undefined) });

/** What the address of a group's page holds. */
export const groupAddressSchema = z.object({ group: z.uuid() });
export const groupPageSchema = z.object({ cursor: z.string().max(300).optional().catch(undefined) });

/** The code that the address of the page on which codes are used holds. */
export const codeSearchSchema = z.object({
  code: z
    .string()
    .trim()
    .max(60)
    .optional()
    .transform((typed) => typed || undefined)
    .catch(undefined),
});
export const redeemSchema = z.object({ code: z.string().trim().min(1).max(60) });
