import { z } from "zod";
import type { Person } from "#app/platform/access/actor.ts";

/** As whom a draft can be looked at. A newcomer has signed in and has no place; a graduate has completed everything. */
export const looks = ["learner", "newcomer", "guest", "graduate"] as const;
export type LookAs = (typeof looks)[number];

export const lookSchema = z.object({
  as: z.enum(looks).default("learner").catch("learner"),
  text: z.string().optional(),
});

/** Who would be asking; nobody in the database. */
export function readerOf(as: LookAs, actor: Person): Person | null {
  return as === "guest" ? null : { ...actor, instructorId: null, role: "learner" };
}

/** Whether she has a place in the course. */
export const learns = (as: LookAs): boolean => as === "learner" || as === "graduate";

/** Leads a link of the readers' pages of a course to the same page of its draft. */
export function lookAddress(course: string, as: LookAs, language: string | undefined): (path: string) => string {
  return (path) => {
    const [, place = "", query = ""] = /^\/(?:learn|courses)\/([^?#]*)\??([^#]*)/.exec(path) ?? [];
    const [slug, lesson, ...deeper] = place.split("/");
    if (slug !== course || deeper.length > 0) return path;
    const asked = new URLSearchParams(query);
    asked.set("as", as);
    const text = asked.get("text") ?? language;
    if (text) asked.set("text", text);
    return `/teach/${course}/look${lesson ? `/${lesson}` : ""}?${asked}`;
  };
}
