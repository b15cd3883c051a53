import { translationHref } from "#app/features/lesson/components/translation/translation-href.ts";
import type { Finding } from "./checks/checked-draft.ts";

/** Where somebody mends what was found, in the rooms of the course. */
export function mendingAddress(course: string, { lesson, locale, part }: Finding, kind: string | undefined): string {
  const rooms = `/teach/${course}`;
  if (part === "outline") return `${rooms}/outline`;
  if (part === "course") return `${rooms}/settings`;
  if (lesson === null) return rooms;
  if (part === "translation" && locale) return translationHref({ course, lesson, language: locale });
  if (part === "body") return `${rooms}/${lesson}${kind === "quiz" ? "/quiz" : ""}`;
  return `${rooms}/${lesson}/text${locale ? `?language=${locale}` : ""}`;
}
