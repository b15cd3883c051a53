import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";

/**
 * Writes a checked body as the next version of a question and makes it the current one; answers its number. The
 * question's row must be held by the transaction.
 */
export async function addVersion(
  tx: Tx,
  { questionId, body, createdById, now }: { questionId: string; body: unknown; createdById: string; now: Date },
): Promise<number> {
  const { _max } = await tx.questionVersion.aggregate({ where: { questionId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const json = z.json().parse(body) ?? {};
  const sha256 = createHash("sha256").update(JSON.stringify(json)).digest("hex");
  await tx.questionVersion.create({
    data: { questionId, number, body: json, sha256, createdById, createdAt: now },
  });
  await tx.question.update({ where: { id: questionId }, data: { current: number, updatedAt: now } });
  return number;
}

/** Holds a question of a course to the end of the transaction; null where there is none. */
export async function lockQuestion(tx: Tx, { id, courseId }: { id: string; courseId: string }) {
  await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ${id}::uuid AND "courseId" = ${courseId}::uuid FOR UPDATE`;
  const question = await tx.question.findUnique({
    where: { id, courseId },
    select: { id: true, name: true, type: true, tags: true, categoryId: true, current: true, removedAt: true },
  });
  if (!question) return null;
  const version = await tx.questionVersion.findUnique({
    where: { questionId_number: { questionId: id, number: question.current } },
    select: { body: true },
  });
  return { ...question, body: version?.body ?? null };
}

export type LockedQuestion = NonNullable<Awaited<ReturnType<typeof lockQuestion>>>;
