import { z } from "zod";
import { fullNameArabicSchema, fullNameLatinSchema } from "#app/features/account/profile-schema.ts";
import { readSerial } from "../serial.ts";

/** How many certificates or requests one form can act on. */
export const MOST_AT_ONCE = 200;

/** What a certificate is for. */
export type CertificateFor = { courseId: string } | { programmeId: string };

/** `course:<id>` or `programme:<id>`, as one choice of a form. */
export const forSchema = z
  .string()
  .regex(/^(course|programme):/)
  .transform((choice) => choice.split(":", 2))
  .pipe(z.tuple([z.enum(["course", "programme"]), z.uuid()]))
  .transform(([kind, id]): CertificateFor => (kind === "course" ? { courseId: id } : { programmeId: id }));

/** A serial in any spelling; gives its sixteen letters. */
export const serialSchema = z.string().transform((typed, context) => {
  const read = readSerial(typed);
  if (read.serial !== undefined) return read.serial;
  context.issues.push({ code: "custom", input: typed });
  return z.NEVER;
});

/** Why somebody acts on another person's certificate; the audit log keeps it. */
export const reasonSchema = z.string().trim().min(3).max(500);

const names = { namesArabic: fullNameArabicSchema, namesLatin: fullNameLatinSchema };

/** Names as they should be: at least one. What is wrong is said beside the first. */
const needsName = ({ namesArabic, namesLatin }: { namesArabic: string | null; namesLatin: string | null }) =>
  namesArabic !== null || namesLatin !== null;
const nameNeeded = { path: ["namesArabic"], message: "certificate-act:errors.nameNeeded" };

export const actSchema = z.object({ serial: serialSchema, reason: reasonSchema });

export const bulkActs = ["revoke", "reinstate", "end", "renew"] as const;

/** The same act on many. */
export const bulkActSchema = z.object({
  act: z.enum(bulkActs),
  serials: z.array(serialSchema).min(1).max(MOST_AT_ONCE),
  reason: reasonSchema,
});

/** `asNow`: titles, instructors and what is told of the course as they are now, and not as they were issued. */
export const reissueSchema = z
  .object({ serial: serialSchema, ...names, reason: reasonSchema, asNow: z.coerce.boolean().default(false) })
  .refine(needsName, nameNeeded);

/** What a learner asks for whose names are wrong on a certificate. */
export const correctionSchema = z
  .object({
    serial: serialSchema,
    ...names,
    note: z
      .string()
      .trim()
      .max(500)
      .optional()
      .transform((note) => note || null),
  })
  .refine(needsName, nameNeeded);

/** A decision on waiting requests, with why; who is refused is told it. */
export const decideSchema = z.object({
  requestIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  decision: z.enum(["approve", "refuse"]),
  reason: reasonSchema,
});

/** `learner` is an e-mail address or the id of an account. */
export const issueByHandSchema = z.object({
  learner: z.string().trim().min(1).max(254),
  for: forSchema,
  reason: reasonSchema,
  ...names,
});

export const batchSchema = z.object({ for: forSchema, cohortId: z.uuid().optional(), reason: reasonSchema });

export const hideNamesSchema = z.object({ serial: serialSchema, hidden: z.stringbool() });
