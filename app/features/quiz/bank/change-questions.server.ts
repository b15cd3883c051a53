import type { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { bankRefused } from "./bank-errors.ts";
import type { chosenSchema } from "./bank-schema.ts";
import { openBank } from "./open-bank.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Chosen = { course: string; questions: z.infer<typeof chosenSchema> };

/** Tags that one question may have. */
const MAX_TAGS = 20;

/**
 * Puts questions into a category of their course, or into none. Answers how many were moved. Throws `notFound` and
 * `categoryMissing`.
 */
export async function moveQuestions(
  ctx: Context,
  { course: slug, questions, categoryId }: Chosen & { categoryId: string | null },
): Promise<number> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  if (categoryId !== null) {
    const there = await ctx.db.questionCategory.findUnique({ where: { id: categoryId, courseId } });
    if (!there) throw bankRefused("categoryMissing");
  }
  const { count } = await ctx.db.question.updateMany({
    where: { id: { in: questions }, courseId },
    data: { categoryId, updatedAt: ctx.clock.now() },
  });
  return count;
}

/** Gives questions a tag. Answers how many had it not yet; those with as many tags as there may be do not get it. */
export async function tagQuestions(
  ctx: Context,
  { course: slug, questions, tag }: Chosen & { tag: string },
): Promise<number> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  return ctx.db.$executeRaw`
    UPDATE "Question" SET "tags" = "tags" || ${tag}::text, "updatedAt" = ${ctx.clock.now()}
    WHERE "courseId" = ${courseId}::uuid AND "id" = ANY (${questions}::uuid[]) AND NOT ${tag}::text = ANY ("tags")
      AND cardinality("tags") < ${MAX_TAGS}`;
}

/** Takes a tag from questions. Answers how many had it. */
export async function untagQuestions(
  ctx: Context,
  { course: slug, questions, tag }: Chosen & { tag: string },
): Promise<number> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  return ctx.db.$executeRaw`
    UPDATE "Question" SET "tags" = array_remove("tags", ${tag}::text), "updatedAt" = ${ctx.clock.now()}
    WHERE "courseId" = ${courseId}::uuid AND "id" = ANY (${questions}::uuid[]) AND ${tag}::text = ANY ("tags")`;
}

/**
 * Removes questions from the bank: new releases draw them no more. Their versions stay, with every attempt at them.
 * Answers the ids of those that were there.
 */
export async function removeQuestions(ctx: Context, { course: slug, questions }: Chosen): Promise<string[]> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  const rows = await ctx.db.question.updateManyAndReturn({
    where: { id: { in: questions }, courseId, removedAt: null },
    data: { removedAt: ctx.clock.now() },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Puts removed questions into the bank again, as they were. Answers how many were removed. */
export async function bringBackQuestions(ctx: Context, { course: slug, questions }: Chosen): Promise<number> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  const { count } = await ctx.db.question.updateMany({
    where: { id: { in: questions }, courseId, removedAt: { not: null } },
    data: { removedAt: null },
  });
  return count;
}

/**
 * Makes a question of its own from the current version of each; `nameOf` gives its name. Answers the ids of the copies,
 * in the order of the originals' ids.
 */
export async function copyQuestions(
  ctx: Context,
  { course: slug, questions, nameOf }: Chosen & { nameOf: (name: string) => string },
): Promise<string[]> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  return inTransaction(ctx.db, async (tx) => {
    const found = await tx.question.findMany({ where: { id: { in: questions }, courseId }, orderBy: { id: "asc" } });
    const versions = await tx.questionVersion.findMany({
      where: { OR: found.map(({ id, current }) => ({ questionId: id, number: current })) },
    });
    const now = ctx.clock.now();
    const copies: string[] = [];
    for (const { id, name, type, tags, categoryId } of found) {
      const version = versions.find(({ questionId }) => questionId === id);
      if (!version) continue;
      const facts = { courseId, type, tags, categoryId, name: nameOf(name).slice(0, 200) };
      const made = await tx.question.create({ data: { ...facts, createdAt: now, updatedAt: now } });
      const { sha256 } = version;
      const body = version.body ?? {};
      await tx.questionVersion.create({
        data: { questionId: made.id, number: 1, body, sha256, createdById: ctx.actor.id, createdAt: now },
      });
      copies.push(made.id);
    }
    return copies;
  });
}
