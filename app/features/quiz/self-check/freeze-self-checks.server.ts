import { askedQuestions } from "#app/features/lesson/blocks/self-check/self-check.ts";
import type { FreezeBodies } from "#app/features/lesson/frozen-bodies.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { questionTypes } from "../question-types/registry.ts";

type Asked = { lessonId: string; slug: string; questionId: string };

/**
 * Questions that a draft's texts ask, at the version that is current. Problems: `selfCheckMissing` where one is not in
 * the bank, `selfCheckByHand` where only a person could grade it.
 */
export const freezeSelfChecks: FreezeBodies = async (tx, course) => {
  const lessons = course.sections.flatMap((section) => section.lessons);
  const asked = lessons.flatMap(({ id, slug, texts }): Asked[] => {
    const ids = texts.flatMap(({ document }) => askedQuestions(lessonDocumentSchema.parse(document)));
    return [...new Set(ids)].map((questionId) => ({ lessonId: id, slug, questionId }));
  });
  if (asked.length === 0)
    return { problems: [], fingerprints: [], changedSince: async () => [], write: async () => undefined };
  const questions = await tx.question.findMany({
    where: { courseId: course.id, removedAt: null, id: { in: asked.map(({ questionId }) => questionId) } },
    select: { id: true, name: true, type: true, current: true, versions: { select: { id: true, number: true } } },
  });
  const known = new Map(questions.map((question) => [question.id, question]));
  const rows = asked.flatMap(({ lessonId, questionId }) => {
    const question = known.get(questionId);
    const version = question?.versions.find(({ number }) => number === question.current);
    return version ? [{ lessonId, questionId, versionId: version.id }] : [];
  });
  const problems = asked.flatMap(({ slug, questionId }) => {
    const question = known.get(questionId);
    const problem = (code: "selfCheckMissing" | "selfCheckByHand", values: Record<string, string>) => ({
      code,
      messageKey: `release:errors.${code}`,
      values: { lesson: slug, ...values },
    });
    if (!question) return [problem("selfCheckMissing", {})];
    return questionTypes.get(question.type)?.rubric ? [problem("selfCheckByHand", { question: question.name })] : [];
  });
  return {
    problems,
    fingerprints: rows.map((row) => JSON.stringify({ selfCheck: row })),
    changedSince: async (releaseId) => {
      const before = await tx.releaseSelfCheck.findMany({
        where: { releaseId },
        select: { lessonId: true, versionId: true },
      });
      const versionsOf = (all: { lessonId: string; versionId: string }[], lesson: string) =>
        all
          .flatMap(({ lessonId, versionId }) => (lessonId === lesson ? [versionId] : []))
          .sort()
          .join();
      return lessons.map(({ id }) => id).filter((id) => versionsOf(before, id) !== versionsOf(rows, id));
    },
    write: async (releaseId) => {
      await tx.releaseSelfCheck.createMany({ data: rows.map((row) => ({ ...row, releaseId })) });
    },
  };
};
