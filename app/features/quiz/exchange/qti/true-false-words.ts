import ar from "#app/locales/ar/quiz.json" with { type: "json" };
import en from "#app/locales/en/quiz.json" with { type: "json" };
import es from "#app/locales/es/quiz.json" with { type: "json" };
import fr from "#app/locales/fr/quiz.json" with { type: "json" };
import ms from "#app/locales/ms/quiz.json" with { type: "json" };
import tr from "#app/locales/tr/quiz.json" with { type: "json" };
import ur from "#app/locales/ur/quiz.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";

const messages = { ar, en, es, fr, ms, tr, ur };

/** What the two answers of a question are called in a language. */
export function trueFalseOf(locale: Locale): { true: string; false: string } {
  const { true: yes, false: no } = messages[locale].view;
  return { true: yes, false: no };
}

/** All words for the two answers, in small letters. */
export function trueFalseWords(): { true: ReadonlySet<string>; false: ReadonlySet<string> } {
  const all = Object.values(messages).map(({ view }) => view);
  return {
    true: new Set(["true", ...all.map((view) => view.true.toLowerCase())]),
    false: new Set(["false", ...all.map((view) => view.false.toLowerCase())]),
  };
}
