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
});

export type Rule = z.output<typeof ruleSchema>;
