import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { readToFile } from "#app/platform/http/read-body.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { loadOwnOutline } from "../load-paper.server.ts";
import { loadQuestions } from "../load-question.server.ts";
import { isOfKind } from "../question-types/file-upload/file-kinds.ts";
import { contentTypeOf, isWhatItsNameSays, SIGN_BYTES } from "../question-types/file-upload/file-signs.ts";
import { type FileUploadBody, fileUpload } from "../question-types/file-upload/file-upload.ts";
import { quizRefused } from "../quiz-errors.ts";
import { type AnswerFileView, type answerFileSchema, storeKey, viewOf } from "./answer-file.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Given = z.infer<typeof answerFileSchema>;

/** Sent for one question, for each that its answer may hold: what was sent by mistake is left behind. */
const TRIES = 4;
/** Of all files of one attempt. */
const MOST_BYTES = 1024 ** 3;
/** Milliseconds after which a file that has not arrived is not waited for. */
const ARRIVES_WITHIN = 3_600_000;

/**
 * Keeps a file that the actor sends for a question of her open attempt; an answer may then name it. Throws 404 where
 * the attempt is not hers or the question takes no files, 413 where the file is larger than the question allows, and
 * `over`, `wrongFile`, `tooManyFiles`.
 */
export async function keepAnswerFile(
  ctx: Context,
  { attempt, slot, name, request }: Given & { request: Request },
): Promise<AnswerFileView> {
  const { outline: paper } = await loadOwnOutline(ctx.db, { attemptId: attempt, userId: ctx.actor.id });
  const body = await findQuestion(ctx.db, paper.slots.find((one) => one.slot === slot)?.versionId);
  if (!isOfKind(name, body.kinds)) throw quizRefused("wrongFile");
  const bytes = Number(request.headers.get("Content-Length"));
  if (!Number.isInteger(bytes) || bytes < 1) throw quizRefused("wrongFile");
  if (bytes > body.mostBytes) throw tooLarge();
  const { noGoingBack } = paper.rules;
  const given = { attemptId: attempt, slot, name, bytes };
  const { id } = await inTransaction(ctx.db, (tx) => reserve(tx, { ctx, given, noGoingBack, most: body.most }));
  try {
    await store({ id, name, bytes, request });
  } catch (error) {
    await ctx.db.answerFile.delete({ where: { id } });
    throw error;
  }
  await ctx.db.answerFile.update({ where: { id }, data: { storedAt: ctx.clock.now() } });
  return viewOf({ id, ...given });
}

const tooLarge = () => new ExpectedError({ code: "tooLarge", messageKey: "error:badRequest.text", status: 413 });

async function findQuestion(db: DbOrTx, versionId: string | undefined): Promise<FileUploadBody> {
  if (!versionId) throw notFound();
  const question = (await loadQuestions(db, [versionId])).get(versionId);
  if (question?.type.name !== fileUpload.name) throw notFound();
  return fileUpload.body.parse(question.body);
}

type Reserving = {
  ctx: Context;
  given: { attemptId: string; slot: number; name: string; bytes: number };
  noGoingBack: boolean;
  most: number;
};

/** Takes a place among the attempt's files. The attempt is locked, so that of many at once none takes another's. */
async function reserve(tx: DbOrTx, { ctx, given, noGoingBack, most }: Reserving): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const { attemptId, slot, bytes } = given;
  await queryRows(tx, Prisma.sql`SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId}::uuid FOR UPDATE`);
  const attempt = await tx.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const isOver = attempt.graceUntil !== null && attempt.graceUntil < now;
  if (attempt.state !== "open" || isOver) throw quizRefused("over");
  if (noGoingBack && attempt.reachedSlot !== slot) throw notFound();
  const awaited = { gte: new Date(now.getTime() - ARRIVES_WITHIN) };
  const files = await tx.answerFile.findMany({
    where: { attemptId, OR: [{ storedAt: { not: null } }, { createdAt: awaited }] },
    select: { slot: true, bytes: true },
  });
  const total = files.reduce((sum, file) => sum + file.bytes, bytes);
  const ofSlot = files.filter((file) => file.slot === slot).length;
  if (ofSlot >= most * TRIES || total > MOST_BYTES) throw quizRefused("tooManyFiles");
  return tx.answerFile.create({ data: { ...given, createdAt: now }, select: { id: true } });
}

type Stored = { id: string; name: string; bytes: number; request: Request };

async function store({ id, name, bytes, request }: Stored): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-answer-"));
  try {
    const path = join(folder, "file");
    if ((await readToFile(request, { path, limit: bytes })) !== bytes) throw quizRefused("wrongFile");
    if (!isWhatItsNameSays(name, await readStart(path))) throw quizRefused("wrongFile");
    await largeFiles().put(storeKey(id), { path, contentType: contentTypeOf(name) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGN_BYTES), 0, SIGN_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
