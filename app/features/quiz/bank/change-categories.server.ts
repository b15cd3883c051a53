import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { bankRefused } from "./bank-errors.ts";
import { openBank } from "./open-bank.server.ts";

type Context = Pick<PersonContext, "db" | "actor">;
type Category = { id: string; parentId: string | null; name: string };

const MAX_CATEGORIES = 500;
/** Categories one inside the other. */
const MAX_DEPTH = 6;

/** All categories of a course, held to the end of the transaction: two who nest them come one after the other. */
async function lockCategories(tx: Tx, courseId: string): Promise<Category[]> {
  await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`;
  return tx.questionCategory.findMany({ where: { courseId }, select: { id: true, parentId: true, name: true } });
}

/** A category and those that hold it, the innermost first. */
function wayUp(all: readonly Category[], id: string | null): Category[] {
  const here = all.find((one) => one.id === id);
  return here ? [here, ...wayUp(all, here.parentId)] : [];
}

function heightOf(all: readonly Category[], id: string): number {
  const inside = all.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...inside.map((one) => heightOf(all, one.id)));
}

/** Throws where a category of this height must not stand in this parent under this name. */
function checkPlace(
  all: readonly Category[],
  { id, parentId, name }: { id?: string | undefined; parentId: string | null; name: string },
): void {
  const above = wayUp(all, parentId);
  if (parentId !== null && above.length === 0) throw bankRefused("categoryMissing");
  if (above.some((one) => one.id === id)) throw bankRefused("categoryInItself");
  if (above.length + (id ? heightOf(all, id) : 1) > MAX_DEPTH) throw bankRefused("categoryTooDeep");
  const isTaken = all.some((one) => one.id !== id && one.parentId === parentId && one.name === name);
  if (isTaken) throw bankRefused("sameName");
}

/** Makes a category, in another or at the top. Throws `sameName`, `categoryMissing`, `categoryTooDeep`, `tooManyCategories`. */
export async function addCategory(
  ctx: Context,
  { course: slug, ...category }: { course: string; name: string; parentId: string | null },
): Promise<{ id: string }> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  return inTransaction(ctx.db, async (tx) => {
    const all = await lockCategories(tx, courseId);
    if (all.length >= MAX_CATEGORIES) throw bankRefused("tooManyCategories", { count: MAX_CATEGORIES });
    checkPlace(all, category);
    return tx.questionCategory.create({ data: { ...category, courseId }, select: { id: true } });
  });
}

/** Renames a category and puts it where it belongs. Throws as `addCategory`, `categoryInItself` and `notFound`. */
export async function changeCategory(
  ctx: Context,
  { course: slug, id, ...category }: { course: string; id: string; name: string; parentId: string | null },
): Promise<void> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  await inTransaction(ctx.db, async (tx) => {
    const all = await lockCategories(tx, courseId);
    if (!all.some((one) => one.id === id)) throw notFound();
    checkPlace(all, { id, ...category });
    await tx.questionCategory.update({ where: { id, courseId }, data: category });
  });
}

/**
 * Removes a category; its questions, and the categories in it, go to the one that held it. Throws `notFound`,
 * `categoryInUse` where a quiz draws from it, and `sameName` where a category in it cannot go up for its name.
 */
export async function removeCategory(
  ctx: Context,
  { course: slug, id }: { course: string; id: string },
): Promise<void> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  await inTransaction(ctx.db, async (tx) => {
    const all = await lockCategories(tx, courseId);
    const category = all.find((one) => one.id === id);
    if (!category) throw notFound();
    const [drawing] = await findDrawing(tx, id);
    if (drawing) throw bankRefused("categoryInUse", { lesson: drawing.slug });
    const rest = all.filter((one) => one !== category);
    for (const { name, ...inner } of all.filter(({ parentId }) => parentId === id)) {
      checkPlace(rest, { id: inner.id, parentId: category.parentId, name });
    }
    // Out of the way of one in it that has the same name.
    await tx.questionCategory.update({ where: { id, courseId }, data: { name: id } });
    const up = { where: { courseId, parentId: id }, data: { parentId: category.parentId } };
    await tx.questionCategory.updateMany(up);
    await tx.question.updateMany({ where: { courseId, categoryId: id }, data: { categoryId: category.parentId } });
    await tx.questionCategory.delete({ where: { id, courseId } });
  });
}

/** Lessons whose quizzes draw from a pool of this category. */
function findDrawing(tx: Tx, categoryId: string): Promise<{ slug: string }[]> {
  const path = `$.sections[*].slots[*].from.pool ? (@.categoryId == $id)`;
  return tx.$queryRaw<{ slug: string }[]>(Prisma.sql`
    SELECT l."slug" FROM "Quiz" z JOIN "Lesson" l ON l."id" = z."lessonId"
    WHERE jsonb_path_exists(z."plan", ${path}::jsonpath, jsonb_build_object('id', ${categoryId}::text)) LIMIT 1`);
}
