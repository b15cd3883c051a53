import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { ExchangedQuestion } from "../exchanged-question.ts";

type NewQuestion = { question: ExchangedQuestion; digest: string };

/** Any number, with the course's: imports into one course wait for each other. */
const IMPORT_LOCK = 7_307_003;
const AT_ONCE = 500;

/** To the end of the transaction no other import writes to the course's bank. */
export async function holdImports(tx: Tx, courseId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK}::int, hashtext(${courseId}))`;
}

/** Adds questions to a bank, in categories that are made where they are not there; answers how many. */
export async function saveQuestions(
  tx: Tx,
  {
    courseId,
    createdById,
    now,
    questions,
  }: { courseId: string; createdById: string | null; now: Date; questions: NewQuestion[] },
): Promise<number> {
  const categoryOf = await openCategories(tx, courseId);
  const digests = questions.map(({ digest }) => digest);
  // What was removed no longer stands in the way of being imported again.
  await tx.question.updateMany({
    where: { courseId, removedAt: { not: null }, fileSha256: { in: digests } },
    data: { fileSha256: null },
  });
  let added = 0;
  for (let start = 0; start < questions.length; start += AT_ONCE) {
    const rows = [];
    for (const { question, digest } of questions.slice(start, start + AT_ONCE)) {
      const { name, type, tags, category, body } = question;
      const categoryId = await categoryOf(category);
      const row = { id: randomUUID(), courseId, categoryId, name, type, tags: [...new Set(tags)], fileSha256: digest };
      rows.push({ row: { ...row, createdAt: now, updatedAt: now }, body });
    }
    added += await insert(tx, { rows, createdById, now });
  }
  return added;
}

type Row = { id: string; courseId: string; categoryId: string | null; name: string; type: string; tags: string[] };

async function insert(
  tx: Tx,
  { rows, createdById, now }: { rows: { row: Row; body: unknown }[]; createdById: string | null; now: Date },
): Promise<number> {
  await tx.question.createMany({ data: rows.map(({ row }) => row) });
  const versions = rows.map(({ row, body }) => {
    const json = z.json().parse(JSON.parse(JSON.stringify(body))) ?? {};
    const sha256 = createHash("sha256").update(JSON.stringify(json)).digest("hex");
    return { questionId: row.id, number: 1, body: json, sha256, createdById, createdAt: now };
  });
  await tx.questionVersion.createMany({ data: versions });
  return rows.length;
}

/** Finds a category by its path from the outermost one, and makes what is not there of it. */
async function openCategories(tx: Tx, courseId: string) {
  const there = await tx.questionCategory.findMany({
    where: { courseId },
    select: { id: true, parentId: true, name: true },
  });
  const keyOf = (parentId: string | null, name: string) => JSON.stringify([parentId, name]);
  const known = new Map(there.map(({ id, parentId, name }) => [keyOf(parentId, name), id]));
  return async (path: readonly string[]): Promise<string | null> => {
    let parentId: string | null = null;
    for (const name of path) {
      const key = keyOf(parentId, name);
      const id: string = known.get(key) ?? randomUUID();
      if (!known.has(key)) await tx.questionCategory.create({ data: { id, courseId, parentId, name } });
      known.set(key, id);
      parentId = id;
    }
    return parentId;
  };
}
