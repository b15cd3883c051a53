import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findSatQuiz } from "../results/find-sat-quiz.server.ts";

/**
 * A question as it was sat in a quiz, to be corrected: its body with its key, and the versions that came later, from
 * which a correction may begin. Throws 404 where the actor may not correct it, or nobody sat it.
 */
export async function findCorrectable(
  ctx: Pick<PersonContext, "db" | "actor">,
  { version: versionId, from, ...address }: { course: string; lesson: string; version: string; from?: string },
) {
  const quiz = await findSatQuiz(ctx, address);
  if (!quiz.course.mayCorrect) throw notFound();
  const version = await ctx.db.questionVersion.findUnique({
    where: { id: versionId, question: { courseId: quiz.course.courseId } },
    select: {
      id: true,
      number: true,
      body: true,
      question: {
        select: {
          name: true,
          type: true,
          versions: { select: { id: true, number: true, body: true }, orderBy: { number: "desc" } },
        },
      },
    },
  });
  if (!version) throw notFound();
  const attempts = await ctx.db.slotGrade.count({ where: { versionId } });
  if (attempts === 0) throw notFound();
  const { versions, name, type } = version.question;
  const later = versions.filter(({ number }) => number > version.number);
  const begun = from ? later.find(({ id }) => id === from) : version;
  if (!begun) throw notFound();
  return {
    quiz,
    versionId,
    name,
    type,
    number: version.number,
    attempts,
    /** What the editor begins with. */
    body: begun.body,
    from: from ?? null,
    later: later.map(({ id, number }) => ({ id, number })),
  };
}
