import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

const said = (text: string) => /\S/.test(text);
const someLanguage = (text: Translated) => Object.keys(text).length > 0;

/** Markdown in at least one language. */
export const markdownSchema = z
  .partialRecord(localeSchema, z.string().max(20_000).refine(said, "form:required"))
  .refine(someLanguage, "form:required");

/** One line, without Markdown, in at least one language. */
export const labelSchema = z
  .partialRecord(
    localeSchema,
    z
      .string()
      .max(300)
      .regex(/^[^\r\n]*$/)
      .refine(said, "form:required"),
  )
  .refine(someLanguage, "form:required");

/** A part's name within its question. */
export const partIdSchema = z.string().regex(/^[a-z0-9-]{1,40}$/, "quiz:problems.badId");

export const feedbackSchema = z.strictObject({
  right: markdownSchema.optional(),
  /** For an answer that earns something, but not all; without it, the remark on a wrong one. */
  partly: markdownSchema.optional(),
  wrong: markdownSchema.optional(),
  always: markdownSchema.optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** What every question has. */
export const commonBody = { stem: markdownSchema, feedback: feedbackSchema.optional() };

export type CommonBody = { stem: Translated; feedback?: Feedback | undefined };

/** The common texts of a body. */
export function commonTexts({ stem, feedback }: CommonBody): Translated[] {
  return present([stem, feedback?.right, feedback?.partly, feedback?.wrong, feedback?.always]);
}

export function present<T>(list: readonly (T | null | undefined)[]): T[] {
  return list.flatMap((value) => value ?? []);
}

/** How much a question of equal parts earns where some are right: all or nothing, or each its share. */
export const partialSchema = z.enum(["none", "each"]);

type Issues = { addIssue: (issue: { code: "custom"; path: (string | number)[]; message: string }) => void };

/** Reports ids that stand twice; `lists` by the path at which each stands. */
export function refuseSameIds(lists: [path: (string | number)[], parts: readonly { id: string }[]][], issues: Issues) {
  const seen = new Set<string>();
  for (const [path, parts] of lists) {
    parts.forEach(({ id }, index) => {
      if (seen.has(id))
        issues.addIssue({ code: "custom", path: [...path, index, "id"], message: "quiz:problems.sameId" });
      seen.add(id);
    });
  }
}

export const ids = (parts: readonly { id: string }[]): Set<string> => new Set(parts.map(({ id }) => id));

export const everyIn = (wanted: Iterable<string>, known: ReadonlySet<string>): boolean =>
  [...wanted].every((id) => known.has(id));
