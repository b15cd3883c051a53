import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import { type AcademyFile, academyFileSchema } from "./academy-file-schema.ts";
import { checkIds, checkReferences, type Known } from "./check-package.ts";
import { openPackageFolder, type PackageFolder } from "./package-folder.server.ts";
import { inReadingOrder, type PackageProblem, PackageRefused } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import { readCourse } from "./read-course.server.ts";
import { readYaml } from "./read-yaml.ts";

const ACADEMY_FILE = "academy.yaml";
const YAML_LIMIT = 1024 * 1024;

/** A package that was read whole and found right in itself. */
export type AcademyPackage = { academy: AcademyFile; lineOf: LineOf; courses: PackagedCourse[] };

/**
 * Reads the academy package in the folder `root`. `known` is what the academy holds already, to which the package
 * may refer. Throws `PackageRefused` with everything that is wrong, each with its file, line and reason.
 */
export async function readPackage({ root, known }: { root: string; known: Known }): Promise<AcademyPackage> {
  const problems: PackageProblem[] = [];
  const folder = openPackageFolder({ root, problems });
  const academy = await readAcademy(folder, problems);
  for (const name of await folder.list(".", "folder")) {
    if (name !== "courses") problems.push({ file: name, reason: "is not part of a package" });
  }
  const courses: PackagedCourse[] = [];
  const slugs = await folder.list("courses", "folder");
  for (const name of await folder.list("courses", "file")) {
    problems.push({ file: `courses/${name}`, reason: "is not part of a package: each course has a folder of its own" });
  }
  for (const slug of slugs) {
    const course = await readCourse({ folder, slug, knownCourses: [...slugs, ...known.courses.keys()], problems });
    if (course) courses.push(course);
  }
  if (academy) {
    problems.push(...checkIds({ academy, courses }));
    problems.push(...checkReferences({ academy, courses, slugs, known }));
  }
  if (problems.length > 0 || !academy) throw new PackageRefused(inReadingOrder(withoutRepeats(problems)));
  return { academy: academy.value, lineOf: academy.lineOf, courses };
}

async function readAcademy(folder: PackageFolder, problems: PackageProblem[]) {
  for (const name of await folder.list(".", "file")) {
    if (name !== ACADEMY_FILE) problems.push({ file: name, reason: "is not part of a package" });
  }
  const text = await folder.readText(ACADEMY_FILE, YAML_LIMIT);
  return text === undefined ? undefined : readYaml({ text, file: ACADEMY_FILE, schema: academyFileSchema, problems });
}

function withoutRepeats(problems: PackageProblem[]): PackageProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
