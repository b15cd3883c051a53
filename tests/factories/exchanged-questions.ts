import type {
  ExchangedQuestion,
  QuestionReader,
  ReadQuestions,
} from "#app/features/quiz/exchange/exchanged-question.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { sampleQuestions } from "./sample-questions.ts";

const isTranslated = (value: object) => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every(isLocale);
};

/** The same body with the texts of one language alone. */
function inOneLanguage(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one) => inOneLanguage(one, locale));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const own = isTranslated(value) ? entries.filter(([key]) => key === locale) : entries;
  return Object.fromEntries(own.map(([key, one]) => [key, inOneLanguage(one, locale)]));
}

/** A question of every type, with tags and folders; in one language where one is given. */
export function everyQuestion(locale?: Locale): ExchangedQuestion[] {
  return Object.entries(sampleQuestions).map(([type, { body }]) => ({
    name: `Sample: ${type}`,
    type,
    body: { ...Object.fromEntries(Object.entries(locale ? (inOneLanguage(body, locale) ?? {}) : body)) },
    tags: ["walls", "باب [العمود]"],
    category: ["Gates/West", "العهد العثماني"],
  }));
}

/** Reads a text as a file of a reader's format. */
export function readWith(reader: QuestionReader, text: string, locale: Locale = "en"): ReadQuestions {
  return reader([{ path: "file", bytes: new TextEncoder().encode(text) }], { locale });
}

/** Without the ids of parts, which importing makes. */
export function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "id")
      .map(([key, one]) => [key, withoutIds(one)]),
  );
}
