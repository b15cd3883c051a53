import { findCircle } from "#app/features/lesson/outline/find-circle.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";

/** Lessons that open twice over, or ask for what is not there, for themselves, or for each other. */
export function checkOpenings({ file, value, lineOf }: Pick<PackagedCourse, "file" | "value" | "lineOf">) {
  const problems: PackageProblem[] = [];
  const lessons = value.sections.flatMap((section, i) =>
    section.lessons.map((lesson, j) => ({ ...lesson, place: ["sections", i, "lessons", j] })),
  );
  const slugs = new Set(lessons.map(({ slug }) => slug));
  for (const { opensAt, dripDays, requires = [], place } of lessons) {
    if (opensAt !== undefined && dripDays !== undefined) {
      const reason = "opens at a time or so many days after the enrolment, not both";
      problems.push({ file, line: lineOf([...place, "dripDays"]), reason });
    }
    const strangers = requires.filter((slug) => !slugs.has(slug));
    for (const slug of strangers) {
      const reason = `asks for the lesson "${slug}" first, which this course has not`;
      problems.push({ file, line: lineOf([...place, "requires"]), reason });
    }
    if (new Set(requires).size < requires.length) {
      problems.push({ file, line: lineOf([...place, "requires"]), reason: "asks for a lesson twice" });
    }
  }
  const circle = findCircle(lessons.map(({ slug, requires = [] }) => ({ id: slug, requires })));
  const first = circle && lessons.find(({ slug }) => slug === circle[0]);
  if (circle && first) {
    const reason = `asks for lessons that ask for it: ${circle.join(", ")}`;
    problems.push({ file, line: lineOf([...first.place, "requires"]), reason });
  }
  return problems;
}
