import { createHash } from "node:crypto";
import { checkLessonFiles, checkMentions, missing } from "./check-course.ts";
import { checkLectures } from "./check-lectures.ts";
import { checkOpenings } from "./check-openings.ts";
import { checkQuizzes } from "./check-quizzes.ts";
import { type CourseFile, courseFileSchema } from "./course-file-schema.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import { readLectures } from "./read-lectures.server.ts";
import { type PackagedLessonText, readLessonText } from "./read-lesson.server.ts";
import { type PackagedMedia, readMedia } from "./read-media.server.ts";
import { BANK_FILE, readQuizzes } from "./read-quizzes.server.ts";
import { REFERENCES_FILE, readReferences } from "./read-references.server.ts";
import { readYaml } from "./read-yaml.ts";

const FILES = ["course.yaml", BANK_FILE, REFERENCES_FILE];
const FOLDERS = ["lessons", "quizzes", "media", "captions", "videos", "slides"];
const YAML_LIMIT = 1024 * 1024;

type Reading = { folder: PackageFolder; path: string; problems: PackageProblem[] };

/** Reads one course's folder and says what is wrong in it; nothing when its course.yaml cannot be used. */
export async function readCourse({
  folder,
  slug,
  knownCourses,
  problems,
}: {
  folder: PackageFolder;
  slug: string;
  /** Slugs of the courses to which lessons may link. */
  knownCourses: string[];
  problems: PackageProblem[];
}): Promise<PackagedCourse | undefined> {
  const reading = { folder, path: `courses/${slug}`, problems };
  const file = `${reading.path}/course.yaml`;
  await refuseStrangers(reading);
  const text = await folder.readText(file, YAML_LIMIT);
  const outline = text === undefined ? undefined : readYaml({ text, file, schema: courseFileSchema, problems });
  const media = await readAllMedia(reading, outline?.value);
  const lessons = await readAllLessons(reading);
  const ofQuizzes = await readQuizzes(reading);
  const references = await readReferences(reading);
  if (text === undefined || !outline) return undefined;
  const lectures = await readLectures({ ...reading, outline });

  const { value, lineOf } = outline;
  const say = (path: PropertyKey[], reason: string) => problems.push({ file, line: lineOf(path), reason });
  if (value.slug !== slug) say(["slug"], `"${value.slug}" is not the name of its folder, "${slug}"`);
  if (value.cover !== null && !media.some(({ path }) => path === value.cover)) say(["cover"], missing(value.cover));
  const { files, lectureFiles, ...ofLectures } = lectures;
  const course = { path: reading.path, file, value, lineOf, lessons, media, ...ofLectures, ...ofQuizzes, references };
  problems.push(...checkLessonFiles(course), ...checkMentions({ course, knownCourses }));
  problems.push(...checkLectures({ ...course, lectureFiles }), ...checkQuizzes(course), ...checkOpenings(course));
  const sha256 = hashFiles([
    { path: "course.yaml", sha256: hash(text) },
    ...[...lessons, ...media, ...files, ...ofQuizzes.quizzes],
    ...[...(ofQuizzes.bank ? [ofQuizzes.bank] : []), ...(references ? [references] : [])],
  ]);
  return { ...course, sha256 };
}

async function refuseStrangers({ folder, path, problems }: Reading): Promise<void> {
  const strangers = [
    ...(await folder.list(path, "file")).filter((name) => !FILES.includes(name)),
    ...(await folder.list(path, "folder")).filter((name) => !FOLDERS.includes(name)),
  ];
  for (const inner of FOLDERS) {
    strangers.push(...(await folder.list(`${path}/${inner}`, "folder")).map((name) => `${inner}/${name}`));
  }
  problems.push(...strangers.map((name) => ({ file: `${path}/${name}`, reason: "is not part of a package" })));
}

async function readAllMedia({ folder, path, problems }: Reading, value: CourseFile | undefined) {
  const read: PackagedMedia[] = [];
  for (const name of await folder.list(`${path}/media`, "file")) {
    // Which one is the cover is not known where course.yaml cannot be read.
    const isCover = !value || value.cover === `media/${name}`;
    const media = await readMedia({ folder, course: path, name, isCover, problems });
    if (media) read.push(media);
  }
  return read;
}

async function readAllLessons({ folder, path, problems }: Reading): Promise<PackagedLessonText[]> {
  const read: PackagedLessonText[] = [];
  for (const name of await folder.list(`${path}/lessons`, "file")) {
    const lesson = await readLessonText({ folder, course: path, name, problems });
    if (lesson) read.push(lesson);
  }
  return read;
}

function hash(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

function hashFiles(files: { path: string; sha256: string }[]): string {
  return hash(
    files
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .toSorted()
      .join(""),
  );
}
