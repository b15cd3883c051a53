import { z } from "zod";
import { momentOf } from "#app/platform/clock/local-time.ts";
import { quizRulesSchema } from "../quiz-rules.ts";
import { reveals } from "../quiz-rules-choices.ts";

const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
export const timeZoneSchema = z.string().refine((zone) => zones.has(zone), "form:invalid");
export const localTimeSchema = z
  .string()
  .max(30)
  .refine((local) => momentOf(local, "UTC") !== null, "form:invalid")
  .optional();

const revealSchema = z.array(z.enum(reveals)).default([]);

/** The fields of the form in which the rules of a quiz are set; an empty field is no limit. */
const fieldsSchema = z.object({
  /** Of the rules that were edited. */
  before: z.string().max(100),
  /** Save over what somebody else saved meanwhile. */
  over: z.boolean().default(false),
  /** The zone in which opening and closing are written. */
  timeZone: timeZoneSchema,
  minutes: z.int().min(1).max(1_440).optional(),
  attempts: z.int().min(1).max(100).optional(),
  counts: quizRulesSchema.shape.counts,
  passPercent: z.int().min(0).max(100),
  completesOn: quizRulesSchema.shape.completesOn,
  shuffleQuestions: z.boolean().default(false),
  shuffleChoices: z.boolean().default(false),
  oneAtATime: z.boolean().default(false),
  noGoingBack: z.boolean().default(false),
  graceSeconds: z.int().min(0).max(600),
  opensAt: localTimeSchema,
  closesAt: localTimeSchema,
  entryPassword: z.string().trim().max(100).optional(),
  blindGrading: z.boolean().default(false),
  revealAfterSubmitting: revealSchema,
  revealAfterClosing: revealSchema,
});

/** As the form is sent, made into the rules that are stored. What the rules refuse is told at its field. */
export const rulesFormSchema = fieldsSchema.transform((fields, context) => {
  const { before, over, timeZone, entryPassword, minutes, attempts, opensAt, closesAt, ...rest } = fields;
  const rules = quizRulesSchema.safeParse({
    ...rest,
    minutes: minutes ?? null,
    attempts: attempts ?? null,
    opensAt: opensAt ? momentOf(opensAt, timeZone) : null,
    closesAt: closesAt ? momentOf(closesAt, timeZone) : null,
    password: entryPassword || null,
  });
  if (rules.success) return { before, over, rules: rules.data };
  for (const { path, message } of rules.error.issues) context.addIssue({ code: "custom", path: [...path], message });
  return z.NEVER;
});
