import ar from "#app/locales/ar/lesson.json" with { type: "json" };
import en from "#app/locales/en/lesson.json" with { type: "json" };
import es from "#app/locales/es/lesson.json" with { type: "json" };
import fr from "#app/locales/fr/lesson.json" with { type: "json" };
import ms from "#app/locales/ms/lesson.json" with { type: "json" };
import tr from "#app/locales/tr/lesson.json" with { type: "json" };
import ur from "#app/locales/ur/lesson.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LessonWords } from "./render-context.ts";

const messages = { ar, en, fr, es, tr, ur, ms };

/** The words that `renderLesson` adds to a text of this language; the command line reads them as the server does. */
export function lessonWords(locale: Locale): LessonWords {
  return messages[locale].words;
}
