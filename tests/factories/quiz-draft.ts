import { randomUUID } from "node:crypto";
import type { QuizPlan } from "#app/features/quiz/quiz-plan.ts";
import { type QuizRules, usualRules } from "#app/features/quiz/quiz-rules.ts";
import type { Db } from "#app/platform/db/client.server.ts";

/** A quiz in a course's draft, in a section of its own, with texts in Arabic and English. */
export async function createQuizDraft(
  db: Db,
  {
    courseId,
    id = randomUUID(),
    slug = `quiz-${randomUUID().slice(0, 8)}`,
    rules = {},
    plan = { sections: [] },
  }: { courseId: string; id?: string; slug?: string; rules?: Partial<QuizRules>; plan?: QuizPlan },
) {
  const position = await db.section.count({ where: { courseId } });
  const section = await db.section.create({ data: { courseId, position, titles: { ar: "اختبارات", en: "Quizzes" } } });
  const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Read first." }] }] };
  const lesson = await db.lesson.create({
    data: {
      ...{ id, courseId, sectionId: section.id, slug, position: 0, minutes: 10, kind: "quiz" },
      texts: {
        create: [
          { locale: "ar", title: "اختبار", summary: "", document },
          { locale: "en", title: "A quiz", summary: "", document },
        ],
      },
      quiz: { create: { rules: { ...usualRules, ...rules }, plan } },
    },
  });
  return { lesson, section };
}
