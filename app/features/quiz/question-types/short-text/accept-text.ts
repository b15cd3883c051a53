import { z } from "zod";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { markdownSchema, partIdSchema } from "../body-parts.ts";
import { asShare } from "../rational.ts";
import { readShare, shareSchema } from "../share.ts";
import { normaliseText, type TextRule, textRules } from "./normalise-text.ts";
import { exampleOf, matchesPattern, readPattern } from "./text-pattern.ts";

/** One way of writing an answer that earns something. */
export const acceptedTextSchema = z
  .strictObject({
    id: partIdSchema,
    text: z.string().regex(/\S/, "form:required").max(300),
    /** Whether `text` is a pattern, with `*` and `{a|b}`. */
    pattern: z.boolean().optional(),
    /** What it earns; the whole unless said. */
    share: shareSchema.optional(),
    remark: markdownSchema.optional(),
  })
  .refine(({ pattern, text }) => !pattern || readPattern(text) !== null, {
    path: ["text"],
    message: "quiz:problems.badPattern",
  });

export const strictSchema = z.array(z.enum(textRules)).max(textRules.length).optional();

export type AcceptedText = z.infer<typeof acceptedTextSchema>;

const shareOf = ({ share = 1 }: AcceptedText) => asShare(readShare(share));

function accepts({ text, pattern }: AcceptedText, given: string, strict: readonly TextRule[]): boolean {
  if (!pattern) return normaliseText(text, strict) === normaliseText(given, strict);
  return matchesPattern(readPattern(text) ?? [], given, strict);
}

/** Of those that accept what was written, the one that earns most; the first of equals. */
export function bestText(accepted: readonly AcceptedText[], given: string, strict: readonly TextRule[] = []) {
  return accepted
    .filter((answer) => accepts(answer, given, strict))
    .reduce<AcceptedText | undefined>(
      (best, answer) => (best === undefined || shareOf(answer) > shareOf(best) ? answer : best),
      undefined,
    );
}

const inArabicScript = (text: string) => /\p{Script=Arabic}/u.test(text);

/** What earns the whole, as one writes it, rather in the script of `locale`; null where nothing does. */
export function keyText(
  accepted: readonly AcceptedText[],
  strict: readonly TextRule[] = [],
  locale?: Locale,
): string | null {
  const examples = accepted
    .filter((answer) => shareOf(answer) === 1)
    .map((answer) => ({
      answer,
      example: answer.pattern ? exampleOf(readPattern(answer.text) ?? []) : answer.text.trim(),
    }));
  const right = examples
    .filter(({ answer, example }) => example !== "" && accepts(answer, example, strict))
    .map(({ example }) => example);
  const reads = (text: string) => inArabicScript(text) === (locale === "ar" || locale === "ur");
  return (locale && right.find(reads)) ?? right[0] ?? null;
}
