import { z } from "zod";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { labelSchema, partIdSchema } from "../body-parts.ts";
import { acceptedNumberSchema, bestNumber, keyNumber } from "../numeric/accept-number.ts";
import { readNumber } from "../numeric/read-number.ts";
import { asShare, compare, one, type Rational, zero } from "../rational.ts";
import { readShare, type Share, shareSchema } from "../share.ts";
import { acceptedTextSchema, bestText, keyText, strictSchema } from "../short-text/accept-text.ts";

const common = {
  id: partIdSchema,
  /** How much the gap counts beside the others; 1 unless said. */
  weight: z.int().min(1).max(100).optional(),
};

const choiceSchema = z.strictObject({ id: partIdSchema, label: labelSchema, share: shareSchema.optional() });

/** Filled by choosing, by writing a word, or by writing a number. */
export const gapSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("choices"), choices: z.array(choiceSchema).min(2).max(50) }),
  z.strictObject({
    ...common,
    kind: z.literal("text"),
    accepted: z.array(acceptedTextSchema).min(1).max(100),
    strict: strictSchema,
  }),
  z.strictObject({ ...common, kind: z.literal("number"), answers: z.array(acceptedNumberSchema).min(1).max(50) }),
]);

export type Gap = z.infer<typeof gapSchema>;

type Judged = { share: Rational; remark?: Translated | undefined };

const worth = (best: { share?: Share | undefined; remark?: Translated | undefined } | undefined): Judged =>
  best ? { share: readShare(best.share ?? 1), remark: best.remark } : { share: zero };

/** What is in a gap earns of the gap, with the author's remark on it. */
export function judgeGap(gap: Gap, given: string): Judged {
  if (given.trim() === "") return { share: zero };
  if (gap.kind === "text") return worth(bestText(gap.accepted, given, gap.strict));
  if (gap.kind === "number") return worth(bestNumber(gap.answers, readNumber(given)));
  return { share: readShare(gap.choices.find(({ id }) => id === given)?.share ?? 0) };
}

/** What fills a gap rightly, as an answer has it, rather in the script of `locale`; null where nothing does. */
export function keyOfGap(gap: Gap, locale?: Locale): string | null {
  if (gap.kind === "text") return keyText(gap.accepted, gap.strict, locale);
  if (gap.kind === "number") return keyNumber(gap.answers);
  return gap.choices.find(({ share = 0 }) => asShare(readShare(share)) === 1)?.id ?? null;
}

export const isWhole = (share: Rational): boolean => compare(share, one) === 0;
