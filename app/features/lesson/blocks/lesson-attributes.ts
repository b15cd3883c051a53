import { z } from "zod";

// Line and paragraph separators, and tabs, become spaces: Markdown cannot hold them inside a line.
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// C0 and C1 controls, the byte order mark and noncharacters. Directional marks and isolates stay.
const FORBIDDEN = /[\p{Cc}\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

/** Text in Unicode NFC, on one line. */
export function onOneLine(text: string): string {
  return text.replace(LINE_BREAKS, " ").normalize("NFC");
}

export function isWritable(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** A word or a sentence in an attribute: one line, not empty. */
export const lineSchema = z
  .string()
  .max(1000)
  .transform((text) => onOneLine(text).trim())
  .refine((text) => text.length > 0, "must not be empty")
  .refine(isWritable, "holds a control character");

export const optionalLineSchema = lineSchema.nullable().default(null);

/** The same in a draft, where what is empty is not said yet. */
export const draftLineSchema = z
  .string()
  .max(1000)
  .transform((text) => onOneLine(text).trim() || null)
  .refine((text) => text === null || isWritable(text), "holds a control character")
  .nullable()
  .default(null);

/** A BCP 47 language tag: he, grc, ar-Latn. */
const languageTagSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag");

/** The language and direction of a run or a block; null is that of what surrounds it. */
export const languageShape = {
  lang: languageTagSchema.nullable().default(null),
  dir: z.enum(["ltr", "rtl"], "must be ltr or rtl").nullable().default(null),
};

/** The same attributes for a TipTap node or mark. */
export const languageAttributes = { lang: { default: null }, dir: { default: null } };

/** lang and dir for an element inside a text of `locale`; without a direction given, the first strong letter says. */
export function languageOf(
  { lang, dir }: { lang: string | null; dir: string | null },
  locale: string,
): { lang: string | null; dir: string | null } {
  if (lang === null || lang === locale) return { lang: null, dir };
  return { lang, dir: dir ?? "auto" };
}
