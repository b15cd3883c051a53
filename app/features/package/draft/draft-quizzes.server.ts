import { z } from "zod";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import { quizPlanSchema } from "#app/features/quiz/quiz-plan.ts";
import { quizRulesSchema, usualRules } from "#app/features/quiz/quiz-rules.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { categoriesOf } from "../read/packaged-quiz.ts";
import type { DraftBank, DraftQuestion, DraftQuiz } from "./quiz-draft.ts";

type Body = DraftQuestion["body"];
type Paths = ReadonlyMap<string, string[]>;
type CourseBank = DraftBank & { paths: Paths };

const bodySchema = z.record(z.string(), z.json());

const rowSchema = z.array(
  z.object({
    courseId: z.uuid(),
    id: z.uuid(),
    name: z.string(),
    type: z.string(),
    categoryId: z.uuid().nullable(),
    tags: z.array(z.string()),
    body: bodySchema,
  }),
);

/** The banks of these courses, by course id: what is not removed, at its current version. */
export async function findBanks(db: DbOrTx, courseIds: string[]): Promise<Map<string, CourseBank>> {
  const [categories, rows] = await Promise.all([
    db.questionCategory.findMany({ where: { courseId: { in: courseIds } } }),
    db.$queryRaw`
      SELECT q."courseId", q."id", q."name", q."type", q."categoryId", q."tags", v."body"
      FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q."id" AND v."number" = q."current"
      WHERE q."courseId" = ANY(${courseIds}::uuid[]) AND q."removedAt" IS NULL ORDER BY q."id"`,
  ]);
  const questions = Map.groupBy(rowSchema.parse(rows), ({ courseId }) => courseId);
  const byId = new Map(categories.map((category) => [category.id, category]));
  const pathOf = (id: string | null): string[] => {
    const category = id === null ? undefined : byId.get(id);
    return category ? [...pathOf(category.parentId), category.name] : [];
  };
  const bank = (courseId: string): CourseBank => {
    const paths = new Map(
      categories.filter((category) => category.courseId === courseId).map(({ id }) => [id, pathOf(id)]),
    );
    return {
      paths,
      categories: categoriesOf([], [...paths.values()]),
      questions: (questions.get(courseId) ?? []).map(({ courseId: _, categoryId, body, type, ...question }) => ({
        ...question,
        type,
        category: (categoryId === null ? undefined : paths.get(categoryId)) ?? [],
        body: bodyOf(type, body),
      })),
    };
  };
  return new Map(courseIds.map((id) => [id, bank(id)]));
}

/** In the order of the type's shape, whatever the database made of it. */
function bodyOf(type: string, body: Body): Body {
  const parsed = questionTypes.get(type)?.parseBody(body);
  return parsed?.ok ? bodySchema.parse(JSON.parse(JSON.stringify(parsed.value))) : body;
}

const inMilliseconds = (time: string | null) => time && new Date(time).toISOString();

/** A quiz as the database has it; one of which nothing was said yet has the usual rules and asks nothing. */
export function toQuiz(row: { rules: unknown; plan: unknown } | null, paths: Paths): DraftQuiz {
  const rules = quizRulesSchema.parse(row?.rules ?? usualRules);
  const { sections } = quizPlanSchema.parse(row?.plan ?? { sections: [] });
  return {
    rules: { ...rules, opensAt: inMilliseconds(rules.opensAt), closesAt: inMilliseconds(rules.closesAt) },
    sections: sections.map((section) => ({
      ...section,
      slots: section.slots.map(({ from, ...slot }) => {
        if ("questionId" in from) return { ...slot, from };
        const { categoryId, tags } = from.pool;
        // A category that is gone keeps its id for a name: the pool then draws from nothing, and not from everything.
        const category = categoryId === null ? null : (paths.get(categoryId) ?? [categoryId]);
        return { ...slot, from: { pool: { category, tags } } };
      }),
    })),
  };
}
