import { createWriteStream } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeLessonMarkdown } from "#app/features/lesson/write-lesson-markdown.ts";
import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import type { CourseDraft } from "./draft/course-draft.ts";
import { findCourseDraftsUnsafe } from "./draft/find-course-drafts.server.ts";
import { type Names, writeCourseFile } from "./export/course-file.ts";
import { type LectureFileToWrite, lectureFiles } from "./export/lecture-files.ts";
import { quizFiles } from "./export/quiz-files.ts";
import { writeAcademyFile } from "./export/write-academy-file.server.ts";
import { lessonFileName } from "./read/lesson-file-name.ts";
import { REFERENCES_FILE } from "./read/read-references.server.ts";

export type ExportReport = {
  root: string;
  /** `videosAtMux` are the names of videos whose files are not in the package. */
  courses: { slug: string; files: number; videosAtMux: string[] }[];
};

/**
 * Writes the drafts of all courses, or of the one called `course`, as an academy package into the folder `root`,
 * which is missing or empty. Importing what was written changes nothing. For those who run the machine: nothing is
 * checked about who asks. Throws `folderNotEmpty` and `noSuchCourse`.
 */
export async function exportAcademy(
  { db }: { db: Db },
  { root, course }: { root: string; course?: string },
): Promise<ExportReport> {
  await assertEmpty(root);
  const { drafts, names, academyFile } = await inTransaction(db, (tx) => findContents(tx, course), {
    isolation: "RepeatableRead",
    timeoutMs: 120_000,
  });
  await writeInto(root, "academy.yaml", academyFile);
  const courses: ExportReport["courses"] = [];
  for (const draft of drafts) {
    const files = await exportCourse({ root, draft, names });
    const videosAtMux = draft.videos.filter(({ mux }) => mux).map(({ fileName }) => fileName);
    courses.push({ slug: draft.slug, files, videosAtMux });
  }
  return { root, courses };
}

async function assertEmpty(root: string): Promise<void> {
  const names = await readdir(root).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  if (names.length > 0) {
    throw new ExpectedError({ code: "folderNotEmpty", messageKey: "package:errors.folderNotEmpty" });
  }
}

/** Everything in one snapshot, so that no edit falls between two files. */
async function findContents(db: DbOrTx, slug: string | undefined) {
  const [courses, instructors] = await Promise.all([
    db.course.findMany({ select: { id: true, slug: true }, orderBy: { slug: "asc" } }),
    db.instructor.findMany({ select: { id: true, handle: true } }),
  ]);
  const wanted = courses.filter((course) => slug === undefined || course.slug === slug);
  if (slug !== undefined && wanted.length === 0) {
    throw new ExpectedError({ code: "noSuchCourse", messageKey: "package:errors.noSuchCourse", status: 404 });
  }
  const found = await findCourseDraftsUnsafe(
    db,
    wanted.map(({ id }) => id),
  );
  const drafts = wanted.flatMap(({ id }) => found.get(id) ?? []);
  const names: Names = {
    courses: new Map(courses.map((course) => [course.id, course.slug])),
    instructors: new Map(instructors.map(({ id, handle }) => [id, handle])),
  };
  const academyFile = await writeAcademyFile(db, { only: slug === undefined ? undefined : drafts });
  return { drafts, names, academyFile };
}

/** Returns how many files were written. */
async function exportCourse({ root, draft, names }: { root: string; draft: CourseDraft; names: Names }) {
  const folder = join(root, "courses", draft.slug);
  const outline = { path: "course.yaml", content: writeCourseFile(draft, names) };
  const files = [outline, ...lessonFiles(draft), ...quizFiles(draft), ...referencesFiles(draft)];
  for (const { path, content } of files) await writeInto(folder, path, content);
  const others = [...draft.media, ...lectureFiles(draft)];
  for (const file of others) await copyInto(folder, file);
  return files.length + others.length;
}

async function copyInto(folder: string, file: LectureFileToWrite): Promise<void> {
  if ("text" in file) return writeInto(folder, file.path, file.text);
  if ("sha256" in file) {
    const bytes = await getObject(file.sha256);
    if (!bytes) throw new Error(`${folder}/${file.path} is not in storage (${file.sha256})`);
    return writeInto(folder, file.path, bytes);
  }
  const target = join(folder, file.path);
  await mkdir(dirname(target), { recursive: true });
  const store = largeFiles();
  if (!(await store.find(file.storageKey))) {
    throw new Error(`${folder}/${file.path} is not in the store of large files (${file.storageKey})`);
  }
  await pipeline(store.stream(file.storageKey, 0, file.bytes), createWriteStream(target));
}

function lessonFiles(draft: CourseDraft): { path: string; content: string }[] {
  const lessons = draft.sections.flatMap((section) => section.lessons);
  return lessons.flatMap(({ id, slug, texts }, index) =>
    Object.entries(texts).map(([locale, { title, summary, document }]) => ({
      path: `lessons/${lessonFileName({ number: index + 1, slug, locale })}`,
      content: writeLessonMarkdown({ frontMatter: { id, title, summary }, document }),
    })),
  );
}

function referencesFiles({ references }: CourseDraft): { path: string; content: string }[] {
  if (references.length === 0) return [];
  return [{ path: REFERENCES_FILE, content: `${JSON.stringify(references, null, 2)}\n` }];
}

async function writeInto(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
