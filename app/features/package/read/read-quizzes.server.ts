import { createHash } from "node:crypto";
import type { z } from "zod";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedBank, PackagedQuiz } from "./packaged-quiz.ts";
import { bankFileSchema } from "./question-file-schema.ts";
import { quizFileSchema } from "./quiz-file-schema.ts";
import { readYaml } from "./read-yaml.ts";

export const BANK_FILE = "questions.yaml";
const QUIZ_NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;
const QUIZ_LIMIT = 8 * 1024 * 1024;
const BANK_LIMIT = 64 * 1024 * 1024;

type Reading = { folder: PackageFolder; path: string; problems: PackageProblem[] };

/** Reads the quizzes and the bank of a course, `path` being its folder in the package, and says what is wrong there. */
export async function readQuizzes(reading: Reading): Promise<{ quizzes: PackagedQuiz[]; bank?: PackagedBank }> {
  const { folder, path, problems } = reading;
  const quizzes: PackagedQuiz[] = [];
  for (const name of await folder.list(`${path}/quizzes`, "file")) {
    const [, slug] = QUIZ_NAME.exec(name) ?? [];
    if (slug === undefined) {
      problems.push({ file: `${path}/quizzes/${name}`, reason: "is not named <lesson-slug>.yaml" });
      continue;
    }
    const read = await readFile(reading, { path: `quizzes/${name}`, schema: quizFileSchema, limit: QUIZ_LIMIT });
    if (read) quizzes.push({ ...read, slug });
  }
  if (!(await folder.list(path, "file")).includes(BANK_FILE)) return { quizzes };
  const bank = await readFile(reading, { path: BANK_FILE, schema: bankFileSchema, limit: BANK_LIMIT });
  return bank ? { quizzes, bank } : { quizzes };
}

async function readFile<Schema extends z.ZodType>(
  { folder, path: course, problems }: Reading,
  { path, schema, limit }: { path: string; schema: Schema; limit: number },
) {
  const file = `${course}/${path}`;
  const text = await folder.readText(file, limit);
  if (text === undefined) return undefined;
  const read = readYaml({ text, file, schema, problems });
  const known = { file, path, sha256: createHash("sha256").update(text).digest("hex") };
  return read ? { ...known, read } : known;
}
