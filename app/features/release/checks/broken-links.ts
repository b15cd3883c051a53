import { type CheckedDraft, finding, lessonsOf, type ReleaseCheck, readableTexts } from "./checked-draft.ts";
import { leadsOutside, linksOf } from "./links-of.ts";

function isThere(href: string, draft: CheckedDraft, lessons: ReadonlySet<string>): boolean {
  const [, kind, slug = ""] = /^(lesson|course):([^#]*)/.exec(href) ?? [];
  if (kind === "lesson") return lessons.has(slug);
  if (kind === "course") return draft.courses.has(slug);
  // What leads outside is tried by a job.
  return leadsOutside(href);
}

/** Links to a lesson that is not in the draft, or to a course that there is not. */
export const brokenLinks: ReleaseCheck = (draft) => {
  const lessons = new Set(lessonsOf(draft).map(({ slug }) => slug));
  return readableTexts(draft).flatMap(({ lesson, locale, document }) =>
    linksOf(document)
      .filter((href) => !isThere(href, draft, lessons))
      .map((address) => finding("error", lesson, { code: "brokenLink", locale, values: { address } })),
  );
};
