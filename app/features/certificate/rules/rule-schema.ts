import { z } from "zod";
import { CertificateRule } from "#app/platform/db/generated/enums.ts";

/** As the database has it. */
export const MOST_MONTHS = 600;

export const ruleKinds = ["courses", "programmes"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What brings a certificate, how it looks (null: as the default template), and for how many months it holds. */
export const ruleSchema = z.object({
  rule: z.enum(CertificateRule),
  templateId: z.uuid().nullable(),
  months: z.int().min(1).max(MOST_MONTHS).nullable(),
  /** Of a course: whether it is issued only to who paid for it. */
  paid: z.boolean(),
});

export type Rule = z.output<typeof ruleSchema>;

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of the list may say; what is not understood is left out. */
export const ruleSearchSchema = z.object({
  kind: z.enum(ruleKinds).catch("courses"),
  q: optional(
    z
      .string()
      .trim()
      .max(200)
      .regex(/^\P{Cc}+$/u),
  ),
  template: optional(z.uuid()),
  rule: optional(z.enum(CertificateRule)),
  cursor: optional(z.string().max(2_000)),
});

/** What the form of one of them sends; what is left empty does not arrive. */
export const ruleFormSchema = z.object({
  id: z.uuid(),
  rule: z.enum(CertificateRule),
  templateId: z.uuid().optional(),
  months: z.coerce.number().pipe(z.int().min(1).max(MOST_MONTHS)).optional(),
  paid: z.literal("yes").optional(),
});
