import type { DbOrTx } from "#app/platform/db/client.server.ts";

export type CategoryChoice = { id: string; path: string };
export type BankChoices = { categories: CategoryChoice[]; tags: string[] };

/** By what the questions of a course's bank are told apart: categories by their whole path, and tags. */
export async function findBankChoices(db: DbOrTx, { courseId }: { courseId: string }): Promise<BankChoices> {
  const rows = await db.questionCategory.findMany({
    where: { courseId },
    select: { id: true, parentId: true, name: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (id: string): string => {
    const row = byId.get(id);
    if (!row) return "";
    return row.parentId ? `${pathOf(row.parentId)} › ${row.name}` : row.name;
  };
  const tags = await db.$queryRaw<{ tag: string }[]>`
    SELECT DISTINCT unnest("tags") AS "tag" FROM "Question"
    WHERE "courseId" = ${courseId}::uuid AND "removedAt" IS NULL ORDER BY 1`;
  const categories = rows.map(({ id }) => ({ id, path: pathOf(id) }));
  return { categories: categories.sort((a, b) => a.path.localeCompare(b.path)), tags: tags.map(({ tag }) => tag) };
}
