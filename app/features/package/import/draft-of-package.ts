import type { CourseDraft } from "../draft/course-draft.ts";
import type { Known } from "../read/check-package.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import type { AcademyPackage } from "../read/read-package.server.ts";

type Ids = Pick<Known, "courses" | "instructors">;

/** Ids by slug and handle, of what the academy holds and of what the package brings; the package is right. */
export function idsFor({ academy, courses }: AcademyPackage, known: Known): Ids {
  return {
    courses: new Map([...known.courses, ...courses.map(({ value }) => [value.slug, value.id] as const)]),
    instructors: new Map([...known.instructors, ...academy.instructors.map(({ handle, id }) => [handle, id] as const)]),
  };
}

/** The draft that a packaged course describes. Throws where it names somebody or something that `ids` has not. */
export function draftOfPackage({ value, lessons, media }: PackagedCourse, ids: Ids): CourseDraft {
  const { format: _, cover, prerequisites, instructors, sections, ...rest } = value;
  return {
    ...rest,
    coverSha256: media.find(({ path }) => path === cover)?.sha256 ?? null,
    prerequisites: prerequisites.map((slug) => idOf(ids.courses, slug)),
    instructors: instructors.map(({ handle, role }) => ({ instructorId: idOf(ids.instructors, handle), role })),
    sections: sections.map((section) => ({
      ...section,
      lessons: section.lessons.map((lesson) => ({ ...lesson, texts: textsOf(lessons, lesson.slug) })),
    })),
    media: media.map(({ path, sha256, contentType, bytes }) => ({ path, sha256, contentType, bytes })),
  };
}

function textsOf(lessons: PackagedCourse["lessons"], slug: string) {
  return Object.fromEntries(
    lessons.flatMap(({ slug: own, locale, text }) => {
      if (own !== slug || !text) return [];
      const { title, summary, document } = text;
      return [[locale, { title, summary, document }] as const];
    }),
  );
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" is not known`);
  return id;
}
