import { createHash } from "node:crypto";
import type { LessonDocument } from "#app/features/lesson/lesson-document.ts";
import { parseLessonMarkdown } from "#app/features/lesson/parse-lesson-markdown.ts";
import type { LessonReferences } from "#app/features/lesson/read-context.ts";
import { type Locale, locales } from "#app/platform/i18n/locales.ts";
import { parseLessonFileName } from "./lesson-file-name.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";

const LESSON_LIMIT = 512 * 1024;

/** The file of one lesson in one language. */
export type LessonFile = { file: string; path: string; sha256: string; number: number; slug: string; locale: Locale };

/** What it holds; without it the file is there and cannot be used. */
export type PackagedLessonText = LessonFile & {
  text?: {
    id: string;
    idLine: number;
    title: string;
    summary: string;
    document: LessonDocument;
    references: LessonReferences;
  };
};

/** Reads one lesson's file and says what is wrong with it. */
export async function readLessonText({
  folder,
  course,
  name,
  problems,
}: {
  folder: PackageFolder;
  /** The course's folder in the package. */
  course: string;
  name: string;
  problems: PackageProblem[];
}): Promise<PackagedLessonText | undefined> {
  const path = `lessons/${name}`;
  const file = `${course}/${path}`;
  const parts = parseLessonFileName(name);
  if (!parts) {
    const reason = `is not named <nn>-<lesson-slug>.<locale>.md, with a locale of ${locales.join(" ")}`;
    problems.push({ file, reason });
    return undefined;
  }
  const markdown = await folder.readText(file, LESSON_LIMIT);
  if (markdown === undefined) return undefined;
  const known = { file, path, sha256: createHash("sha256").update(markdown).digest("hex"), ...parts };
  const parsed = parseLessonMarkdown({ mayBeEmpty: true, markdown, path: file });
  if (!parsed.ok) {
    problems.push(...parsed.problems.map(({ line, reason }) => ({ file, line, reason })));
    return known;
  }
  const { frontMatter, document, references } = parsed;
  const idLine = markdown.split("\n").findIndex((line) => line.startsWith("id:")) + 1;
  return { ...known, text: { ...frontMatter, idLine, document, references } };
}
