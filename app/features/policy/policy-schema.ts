import { z } from "zod";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";

export const policySlugSchema = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "policy-admin:errors.slugShape" });

/** What a policy says in one language; the text is Markdown. */
export const policyTextSchema = z.object({ title: z.string().trim().max(120), text: z.string().max(200_000) });

/** What a policy says, by language. */
export const policyTextsSchema = z.partialRecord(localeSchema, policyTextSchema);
export type PolicyTexts = z.output<typeof policyTextsSchema>;

export const newPolicySchema = z.object({ slug: policySlugSchema, title: z.string().trim().min(1).max(120) });

/** One language of a draft, as its editor sends it. */
export const draftSchema = z.object({
  language: localeSchema,
  revision: z.coerce.number().int(),
  title: z.string().trim().max(120).default(""),
  text: z.string().max(200_000).default(""),
});

export const publishSchema = z.object({
  revision: z.coerce.number().int(),
  mustAgree: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  summaries: z
    .partialRecord(localeSchema, z.string().trim().max(2_000).optional())
    .default({})
    .transform((texts) => translatedSchema.parse(Object.fromEntries(Object.entries(texts).filter(([, text]) => text)))),
});
export type Publishing = z.output<typeof publishSchema>;
