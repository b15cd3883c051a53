import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { AcademyFile } from "./academy-file-schema.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import { questionsOf } from "./packaged-quiz.ts";

/** What the academy holds already: ids by slug, ids by handle, slugs of subjects. */
export type Known = {
  courses: ReadonlyMap<string, string>;
  instructors: ReadonlyMap<string, string>;
  subjects: ReadonlySet<string>;
};

type Read = { academy: { value: AcademyFile; lineOf: LineOf }; courses: PackagedCourse[] };
type Named = { name: string; file: string; line: number };

/** Ids, slugs and handles that stand twice. */
export function checkIds({ academy, courses }: Read): PackageProblem[] {
  const file = "academy.yaml";
  const at = (list: "subjects" | "instructors" | "programmes", index: number, key: string) => ({
    file,
    line: academy.lineOf([list, index, key]),
  });
  const { subjects, instructors, programmes } = academy.value;
  const ids = [
    ...instructors.map(({ id }, i) => ({ name: id, ...at("instructors", i, "id") })),
    ...programmes.map(({ id }, i) => ({ name: id, ...at("programmes", i, "id") })),
    ...courses.flatMap(idsOfCourse),
  ];
  return [
    ...repeated("the id", ids),
    ...repeated(
      "the subject",
      subjects.map(({ slug }, i) => ({ name: slug, ...at("subjects", i, "slug") })),
    ),
    ...repeated(
      "the handle",
      instructors.map(({ handle }, i) => ({ name: handle, ...at("instructors", i, "handle") })),
    ),
    ...repeated(
      "the slug",
      programmes.map(({ slug }, i) => ({ name: slug, ...at("programmes", i, "slug") })),
    ),
    ...courses.flatMap((course) => repeated("the slug", lessonSlugs(course))),
  ];
}

function idsOfCourse({ file, value, lineOf, ...course }: PackagedCourse): Named[] {
  const named = (id: string, ...path: PropertyKey[]) => ({ name: id, file, line: lineOf([...path, "id"]) });
  return [
    named(value.id),
    ...value.cohorts.map(({ id }, i) => named(id, "cohorts", i)),
    ...value.sections.map(({ id }, i) => named(id, "sections", i)),
    ...value.videos.map(({ id }, i) => named(id, "videos", i)),
    ...value.sections.flatMap(({ lessons }, i) => lessons.map(({ id }, j) => named(id, "sections", i, "lessons", j))),
    ...questionsOf(course).map((own) => ({ name: own.question.id, file: own.file, line: own.lineOf(["id"]) })),
  ];
}

function lessonSlugs({ file, value, lineOf }: PackagedCourse): Named[] {
  return value.sections.flatMap(({ lessons }, i) =>
    lessons.map(({ slug }, j) => ({ name: slug, file, line: lineOf(["sections", i, "lessons", j, "slug"]) })),
  );
}

function repeated(what: string, all: Named[]): PackageProblem[] {
  const first = new Map<string, Named>();
  return all.flatMap(({ name, file, line }) => {
    const before = first.get(name);
    if (!before) {
      first.set(name, { name, file, line });
      return [];
    }
    return [{ file, line, reason: `${what} "${name}" is already that of ${before.file}:${before.line}` }];
  });
}

/** Subjects, people and courses that are named and are neither in the package nor in the academy. */
export function checkReferences({ academy, courses, slugs, known }: Read & { slugs: string[]; known: Known }) {
  const problems: PackageProblem[] = [];
  const subjects = new Set([...known.subjects, ...academy.value.subjects.map(({ slug }) => slug)]);
  const handles = new Set([...known.instructors.keys(), ...academy.value.instructors.map(({ handle }) => handle)]);
  const courseSlugs = new Set([...known.courses.keys(), ...slugs]);

  academy.value.programmes.forEach((programme, i) => {
    programme.courses.forEach((slug, j) => {
      const line = academy.lineOf(["programmes", i, "courses", j]);
      if (!courseSlugs.has(slug)) problems.push({ file: "academy.yaml", line, reason: noCourse(slug) });
      if (programme.courses.indexOf(slug) < j) {
        problems.push({ file: "academy.yaml", line, reason: `the course "${slug}" stands twice in the programme` });
      }
    });
  });
  for (const { file, value, lineOf } of courses) {
    const say = (path: PropertyKey[], reason: string) => problems.push({ file, line: lineOf(path), reason });
    if (!subjects.has(value.subject)) say(["subject"], `there is no subject "${value.subject}"`);
    value.instructors.forEach(({ handle }, i) => {
      if (!handles.has(handle)) say(["instructors", i, "handle"], `there is no instructor "${handle}"`);
    });
    value.prerequisites.forEach((slug, i) => {
      if (slug === value.slug) say(["prerequisites", i], "a course cannot demand itself");
      else if (!courseSlugs.has(slug)) say(["prerequisites", i], noCourse(slug));
      if (value.prerequisites.indexOf(slug) < i) say(["prerequisites", i], `"${slug}" stands twice`);
    });
  }
  return [...problems, ...checkCircles(courses)];
}

/** Courses that demand each other in a circle: nobody could ever begin one. */
function checkCircles(courses: PackagedCourse[]): PackageProblem[] {
  const demands = new Map(courses.map(({ value }) => [value.slug, value.prerequisites]));
  return courses.flatMap(({ file, value, lineOf }) => {
    const reached = new Set<string>();
    const walk = (slug: string) => {
      for (const next of demands.get(slug) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        walk(next);
      }
    };
    for (const slug of value.prerequisites) if (slug !== value.slug) walk(slug);
    if (!reached.has(value.slug)) return [];
    return [{ file, line: lineOf(["prerequisites"]), reason: "the courses that it demands demand it in turn" }];
  });
}

function noCourse(slug: string): string {
  return `there is no course "${slug}"`;
}
