import { renderPassages } from "#app/features/lesson/render-passages.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { seededRandom } from "../draw-questions.ts";
import { type LoadedQuestion, loadQuestions } from "../load-question.server.ts";
import type { Grade } from "../question-types/question-type.ts";

type Address = { releaseId: string; lessonId: string; questionId: string };

/** A question as a reader is asked it; neither key nor remarks are in it. */
export type ShownSelfCheck = { type: string; shown: unknown };

/** What her answer was worth, with the key, which she sees once she has answered. */
export type TriedSelfCheck =
  | { result: "graded"; grade: Grade; key: unknown; remarks: Translated[] }
  | { result: "unfit" };

async function load(db: Db, address: Address): Promise<LoadedQuestion & { courseId: string }> {
  const frozen = await db.releaseSelfCheck.findUnique({
    where: { releaseId_lessonId_questionId: address },
    select: { versionId: true, version: { select: { question: { select: { courseId: true } } } } },
  });
  const loaded = frozen && (await loadQuestions(db, [frozen.versionId])).get(frozen.versionId);
  if (!loaded) throw notFound();
  return { ...loaded, courseId: frozen.version.question.courseId };
}

/** The question that a released lesson asks; nothing is checked about who asks. Throws 404 where it asks no such one. */
export async function unsafeShowSelfCheck(db: Db, address: Address): Promise<ShownSelfCheck> {
  const { type, body, text, media } = await load(db, address);
  // The same order each time: it is answered as often as she likes, not sat.
  const shown = type.show(body, { shuffle: false, random: seededRandom(1), text, media });
  return { type: type.name, shown };
}

/** Grades an answer to it, of which nothing is kept. Throws as `unsafeShowSelfCheck`. */
export async function unsafeTrySelfCheck(
  db: Db,
  { answer, ...address }: Address & { answer: unknown },
): Promise<TriedSelfCheck> {
  const { type, body, courseId } = await load(db, address);
  const given = type.parseAnswer(answer);
  if (!given.ok || !type.fits(body, given.value) || type.isBlank(given.value)) return { result: "unfit" };
  const grade = type.grade(body, given.value);
  const remarks = await renderPassages(db, { courseId, passages: grade.remarks });
  return { result: "graded", grade: { ...grade, remarks: [] }, key: type.key(body), remarks };
}
