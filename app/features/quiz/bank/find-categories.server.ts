import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { categoryTree } from "./category-tree.ts";
import { openBank } from "./open-bank.server.ts";

/** The categories of a course's bank as a tree, with how many questions stand right in each. Throws `notFound`. */
export async function findCategories(ctx: Pick<PersonContext, "db" | "actor">, { course: slug }: { course: string }) {
  const course = await openBank(ctx, { course: slug });
  const found = await ctx.db.questionCategory.findMany({
    where: { courseId: course.id },
    select: {
      id: true,
      parentId: true,
      name: true,
      _count: { select: { questions: { where: { removedAt: null } } } },
    },
  });
  const categories = found.map(({ _count, ...category }) => ({ ...category, count: _count.questions }));
  return { course, categories: categoryTree(categories) };
}

export type CategoryInTree = Awaited<ReturnType<typeof findCategories>>["categories"][number];
