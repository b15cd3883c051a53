import type { Finding } from "./checks/checked-draft.ts";

/** Where somebody mends what was found, in the rooms of the course. */
export function mendingAddress(course: string, { lesson, locale, part }: Finding, kind: string | undefined): string {
  const rooms = `/teach/${course}`;
  if (lesson === null || part === "outline" || part === "course") return rooms;
  if (part === "body") return `${rooms}/${lesson}${kind === "quiz" ? "/quiz" : ""}`;
  return `${rooms}/${lesson}/text${locale ? `?language=${locale}` : ""}`;
}
