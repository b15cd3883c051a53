import { type ReleaseOutline, releaseOutlineSchema } from "#app/features/course/release-outline.ts";
import type { DraftToRelease } from "#app/features/lesson/draft-to-release.ts";

/** The outline of a draft as a release would have it. */
export function outlineOf({ sections }: Pick<DraftToRelease, "sections">): ReleaseOutline {
  return releaseOutlineSchema.parse({
    sections: sections.map(({ id, titles, lessons }) => ({
      id,
      titles,
      lessons: lessons.map(({ texts, ...lesson }) => ({
        ...lesson,
        ...unusualOpening(lesson),
        titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
      })),
    })),
  });
}

type DraftLesson = DraftToRelease["sections"][number]["lessons"][number];
type Opening = Pick<DraftLesson, "opensAt" | "dripDays" | "requires" | "weight">;

/** When a lesson opens, what it asks for first and what it weighs, each only where it is not as usual. */
function unusualOpening({ opensAt, dripDays, requires, weight }: Opening) {
  return {
    opensAt: opensAt?.toISOString(),
    dripDays: dripDays ?? undefined,
    requires: requires.length > 0 ? requires.map(({ requiredLessonId }) => requiredLessonId) : undefined,
    weight: weight === 1 ? undefined : weight,
  };
}
