import type { Locale } from "#app/platform/i18n/locales.ts";

type TextAddress = { course: string; lesson: string; language: Locale };

/** Where a lesson's text is written in one language, or what belongs to it: its history, a version, what takes a file. */
export function textHref({ course, lesson, language }: TextAddress, below = ""): string {
  return `/teach/${course}/${lesson}/text${below}?language=${language}`;
}
