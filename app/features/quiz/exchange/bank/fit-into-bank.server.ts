import { createHash } from "node:crypto";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { ExchangedQuestion, Loss, ReadQuestions, Refusal } from "../exchanged-question.ts";
import { filesNamedBy, withFilesMoved } from "../named-files.ts";
import { checkPicture } from "./check-picture.ts";

/** A file that the bank does not have yet, under the path that it will have. */
export type NewFile = { path: string; sha256: string; contentType: string; bytes: Uint8Array };

export type FittedQuestion = {
  /** As its file has it, by which it is known again. */
  read: ExchangedQuestion;
  /** As the bank has it: its files under the paths of the course. */
  question: ExchangedQuestion;
  losses: Loss[];
  where: string;
};

const COURSE_PATH = /^media\/[a-z0-9][a-z0-9._-]{0,80}$/;

/**
 * What of a file that was read can stand in the course's bank, with the files that it needs and the course has not:
 * a question whose files are missing or are no pictures is refused. Writes nothing.
 */
export async function fitIntoBank(
  db: DbOrTx,
  { courseId, read }: { courseId: string; read: ReadQuestions },
): Promise<{ questions: FittedQuestion[]; refused: Refusal[]; files: NewFile[] }> {
  const there = await db.courseMedia.findMany({ where: { courseId }, select: { path: true, sha256: true } });
  const { files, moved, bad } = placeFiles(read.media, there);
  const known = new Set([...there.map(({ path }) => path), ...moved.keys()]);
  const questions: FittedQuestion[] = [];
  const refused = [...read.refused];
  const needed = new Set<string>();
  for (const { question, losses, where } of read.questions) {
    const named = filesNamedBy(question);
    const lacking = named.find((path) => bad.has(path) || !known.has(path));
    if (lacking !== undefined) {
      const code = bad.has(lacking) ? "notPicture" : "missingFile";
      refused.push({ where, reason: { code, values: { path: lacking } } });
      continue;
    }
    for (const path of named) needed.add(moved.get(path) ?? path);
    questions.push({ read: question, question: withFilesMoved(question, moved), losses, where });
  }
  return { questions, refused, files: files.filter(({ path }) => needed.has(path)) };
}

/** Where each file that came will stand: no file of the course is ever replaced by another. */
function placeFiles(media: ReadQuestions["media"], there: readonly { path: string; sha256: string }[]) {
  const byPath = new Map(there.map(({ path, sha256 }) => [path, sha256]));
  const bySha256 = new Map(there.map(({ path, sha256 }) => [sha256, path]));
  const files: NewFile[] = [];
  const moved = new Map<string, string>();
  const bad = new Set<string>();
  for (const [path, bytes] of media) {
    const kind = checkPicture(path, bytes);
    if (!kind) {
      bad.add(path);
      continue;
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const same = bySha256.get(sha256);
    const free = COURSE_PATH.test(path) && path.endsWith(`.${kind.ending}`) && !byPath.has(path);
    const target = same ?? (free ? path : `media/${plainName(path)}-${sha256.slice(0, 8)}.${kind.ending}`);
    moved.set(path, target);
    if (same !== undefined) continue;
    byPath.set(target, sha256);
    bySha256.set(sha256, target);
    files.push({ path: target, sha256, contentType: kind.contentType, bytes });
  }
  return { files, moved, bad };
}

function plainName(path: string): string {
  const name = path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return plain || "picture";
}
