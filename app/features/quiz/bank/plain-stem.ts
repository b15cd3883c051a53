import { lessonPlainText } from "#app/features/lesson/lesson-plain-text.ts";
import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

const LENGTH = 180;

/** The beginning of what a question asks, without marks, in the best language for a reader of `locale`. */
export function plainStem(stem: Translated, locale: Locale): { text: string; locale: Locale } {
  const best = pickTranslated(stem, locale);
  const parsed = parsePassage({ markdown: best.text.slice(0, 2_000), path: "" });
  const text = (parsed.ok ? lessonPlainText(parsed.document) : best.text).replace(/\s+/g, " ").trim();
  const letters = [...text];
  return { ...best, text: letters.length > LENGTH ? `${letters.slice(0, LENGTH).join("")}…` : text };
}
