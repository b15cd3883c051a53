import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";

const FILE_NAME = /^(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})\.md$/;

/** The name of a lesson's file; `number` is its place in the course, counted from 1 through all sections. */
export function lessonFileName({ number, slug, locale }: { number: number; slug: string; locale: string }): string {
  return `${twoDigits(number)}-${slug}.${locale}.md`;
}

/** What the name of a lesson's file says, or null where it is not such a name. */
export function parseLessonFileName(name: string): { number: number; slug: string; locale: Locale } | null {
  const [, number, slug, locale] = FILE_NAME.exec(name) ?? [];
  return slug && isLocale(locale) ? { number: Number(number), slug, locale } : null;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
