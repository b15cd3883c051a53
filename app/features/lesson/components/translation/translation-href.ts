import type { Locale } from "#app/platform/i18n/locales.ts";

/** Where a lesson is translated into a language. */
export function translationHref({
  course,
  lesson,
  language,
}: {
  course: string;
  lesson: string;
  language: Locale;
}): string {
  return `/teach/${course}/${lesson}/translation/${language}`;
}
