import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { seededRandom } from "../draw-questions.ts";
import { loadQuestions } from "../load-question.server.ts";
import { type BodyChange, compareBodies } from "./compare-bodies.ts";
import { openBank } from "./open-bank.server.ts";

/**
 * One version of a question, as learners see it with its key, and what changed in it: from the version before it, and
 * from it to the current one. Throws `notFound`.
 */
export async function findVersion(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug, question: questionId, number }: { course: string; question: string; number: number },
) {
  const course = await openBank({ db, actor }, { course: slug });
  const question = await db.question.findUnique({
    where: { id: questionId, courseId: course.id },
    select: { id: true, name: true, type: true, current: true, removedAt: true },
  });
  if (!question) throw notFound();
  const versions = await db.questionVersion.findMany({
    where: { questionId, number: { in: [number - 1, number, question.current] } },
    select: { id: true, number: true, body: true, createdAt: true, createdBy: { select: { name: true } } },
  });
  const version = versions.find((one) => one.number === number);
  if (!version) throw notFound();
  const loaded = (await loadQuestions(db, [version.id])).get(version.id);
  if (!loaded) throw notFound();
  const { type, body, text, media } = loaded;
  const compareWith = (other: number): BodyChange[] | null => {
    const found = versions.find((one) => one.number === other);
    if (!found || found === version) return null;
    return other < number ? compareBodies(found.body, version.body) : compareBodies(version.body, found.body);
  };
  return {
    course,
    question,
    number,
    at: version.createdAt.toISOString(),
    by: version.createdBy?.name ?? null,
    shown: type.show(body, { shuffle: false, random: seededRandom(1), text, media }),
    answer: type.key(body),
    blank: type.blank,
    sinceBefore: compareWith(number - 1),
    toCurrent: compareWith(question.current),
  };
}
