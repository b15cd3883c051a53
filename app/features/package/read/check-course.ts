import { type CourseFile, localeFaults } from "./course-file-schema.ts";
import { lessonFileName, twoDigits } from "./lesson-file-name.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import { questionsOf } from "./packaged-quiz.ts";

type Read = Omit<PackagedCourse, "sha256">;

/** Lessons without a file, files without a lesson, and numbers and ids that differ. */
export function checkLessonFiles({ path, file, value, lineOf, lessons }: Read): PackageProblem[] {
  const problems: PackageProblem[] = [];
  const listed = listLessons(value);
  for (const { lesson, number, place } of listed) {
    const own = lessons.filter(({ slug }) => slug === lesson.slug);
    const faults = localeFaults(
      own.map(({ locale }) => locale),
      value.locales,
    );
    for (const { locale, reason } of faults) {
      const name = `${path}/lessons/${lessonFileName({ number, slug: lesson.slug, locale })}`;
      problems.push({
        file,
        line: lineOf([...place, "slug"]),
        reason: `the lesson "${lesson.slug}" ${reason} (${name})`,
      });
    }
    for (const { file: lessonFile, number: given, text } of own) {
      if (given !== number) {
        const reason = `is numbered ${twoDigits(given)} and stands as ${twoDigits(number)} in course.yaml`;
        problems.push({ file: lessonFile, reason });
      }
      if (text && text.id !== lesson.id) {
        const reason = `the id "${text.id}" is not that of the lesson in course.yaml, "${lesson.id}"`;
        problems.push({ file: lessonFile, line: text.idLine, reason });
      }
    }
  }
  const slugs = new Set(listed.map(({ lesson }) => lesson.slug));
  const strangers = lessons.filter(({ slug }) => !slugs.has(slug));
  problems.push(
    ...strangers.map((one) => ({ file: one.file, reason: `there is no lesson "${one.slug}" in course.yaml` })),
  );
  return problems;
}

/** Links and figures that lead nowhere. */
export function checkMentions({ course, knownCourses }: { course: Read; knownCourses: string[] }): PackageProblem[] {
  const slugs = new Set(listLessons(course.value).map(({ lesson }) => lesson.slug));
  const paths = new Set(course.media.map(({ path }) => path));
  const courses = new Set(knownCourses);
  const works = new Set(course.references?.read?.value.map(({ id }) => id));
  const questions = new Set(questionsOf(course).map(({ question }) => question.id));
  return course.lessons.flatMap(({ file, text }) => [
    ...(text?.references.media ?? [])
      .filter(({ path }) => !paths.has(path))
      .map(({ path, line }) => ({ file, line, reason: missing(path) })),
    ...(text?.references.lessons ?? [])
      .filter(({ slug }) => !slugs.has(slug))
      .map(({ slug, line }) => ({ file, line, reason: `links to the lesson "${slug}", which this course has not` })),
    ...(text?.references.courses ?? [])
      .filter(({ slug }) => !courses.has(slug))
      .map(({ slug, line }) => ({ file, line, reason: `links to the course "${slug}", which is not there` })),
    ...(text?.references.works ?? [])
      .filter(({ key }) => !works.has(key))
      .map(({ key, line }) => ({ file, line, reason: `cites "${key}", which is not in references.json` })),
    ...(text?.references.questions ?? [])
      .filter(({ id }) => !questions.has(id))
      .map(({ id, line }) => ({ file, line, reason: `asks the question "${id}", which this course has not` })),
  ]);
}

function listLessons(value: CourseFile) {
  const all = value.sections.flatMap(({ lessons }, section) =>
    lessons.map((lesson, index) => ({ lesson, place: ["sections", section, "lessons", index] })),
  );
  return all.map((one, index) => ({ ...one, number: index + 1 }));
}

export function missing(path: string): string {
  return `${path} is missing`;
}
