import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { ExchangedQuestion } from "../exchanged-question.ts";

const AT_ONCE = 1_000;

/** Which questions of a bank: all, those of a category with all within it, or those of these ids. */
export type BankChoice = { category?: string | undefined; ids?: readonly string[] | undefined };

export type BankQuestion = { id: string; fileSha256: string | null; question: ExchangedQuestion };

/** Questions of a course's bank as their current versions have them, in the order in which they were made. */
export async function readBank(
  db: DbOrTx,
  { courseId, category, ids }: { courseId: string } & BankChoice,
): Promise<BankQuestion[]> {
  const categories = await db.questionCategory.findMany({
    where: { courseId },
    select: { id: true, parentId: true, name: true },
  });
  const pathOf = pathFinder(categories);
  const within = category === undefined ? undefined : categoriesWithin(categories, category);
  const rows = await db.question.findMany({
    where: {
      courseId,
      removedAt: null,
      ...(within ? { categoryId: { in: within } } : {}),
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, type: true, tags: true, categoryId: true, current: true, fileSha256: true },
  });
  const bodies = await readBodies(db, rows);
  return rows.flatMap(({ id, name, type, tags, categoryId, fileSha256 }) => {
    const body = bodies.get(id);
    if (!body) return [];
    return [{ id, fileSha256, question: { name, type, tags, category: pathOf(categoryId), body } }];
  });
}

async function readBodies(db: DbOrTx, rows: readonly { id: string; current: number }[]) {
  const bodies = new Map<string, Record<string, unknown>>();
  const current = new Map(rows.map(({ id, current: number }) => [id, number]));
  const all = [...current.keys()];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const versions = await db.questionVersion.findMany({
      where: { questionId: { in: all.slice(start, start + AT_ONCE) } },
      select: { questionId: true, number: true, body: true },
    });
    for (const { questionId, number, body } of versions) {
      if (current.get(questionId) === number) bodies.set(questionId, z.record(z.string(), z.unknown()).parse(body));
    }
  }
  return bodies;
}

type Category = { id: string; parentId: string | null; name: string };

function pathFinder(categories: readonly Category[]) {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return (id: string | null): string[] => {
    const path: string[] = [];
    for (
      let at = id === null ? undefined : byId.get(id);
      at;
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      path.unshift(at.name);
    }
    return path;
  };
}

function categoriesWithin(categories: readonly Category[], outermost: string): string[] {
  const below = Map.groupBy(categories, ({ parentId }) => parentId);
  const walk = (id: string): string[] => [id, ...(below.get(id) ?? []).flatMap((category) => walk(category.id))];
  return walk(outermost);
}
