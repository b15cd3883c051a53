import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { type ImportFormat, importFormats } from "../exchange-formats.ts";
import { importRefused } from "./import-errors.ts";
import { uploadKey } from "./upload-key.ts";

const KEPT_MS = 60 * 60 * 1000;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Upload = { name: string; format: ImportFormat; bytes: Uint8Array };

/** Keeps a file of questions for an hour, in the place of an earlier one of the same person; answers its id. */
export async function keepUpload(
  ctx: Context,
  { courseId, ...upload }: Upload & { courseId: string },
): Promise<string> {
  await forget(ctx, { OR: [{ createdAt: { lt: expired(ctx) } }, { courseId, userId: ctx.actor.id }] });
  const id = randomUUID();
  const path = join(tmpdir(), id);
  try {
    await writeFile(path, upload.bytes, { flag: "wx" });
    await largeFiles().put(uploadKey(id), { path, contentType: "application/octet-stream" });
  } finally {
    await rm(path, { force: true });
  }
  const { name, format, bytes } = upload;
  await ctx.db.questionUpload.create({
    data: { id, courseId, userId: ctx.actor.id, name, format, bytes: bytes.length, createdAt: ctx.clock.now() },
  });
  return id;
}

/** A file that the actor has kept for a course. Throws `uploadGone` where there is none, or none any more. */
export async function readUpload(ctx: Context, { courseId, id }: { courseId: string; id: string }): Promise<Upload> {
  const row = await ctx.db.questionUpload.findFirst({
    where: { id, courseId, userId: ctx.actor.id, createdAt: { gte: expired(ctx) } },
    select: { name: true, format: true, bytes: true },
  });
  if (!row) throw importRefused("uploadGone");
  const bytes = new Uint8Array(await buffer(largeFiles().stream(uploadKey(id), 0, row.bytes)));
  return { name: row.name, format: z.enum(importFormats).parse(row.format), bytes };
}

/** Forgets a file that was taken. */
export async function forgetUpload(ctx: Context, { id }: { id: string }): Promise<void> {
  await forget(ctx, { id, userId: ctx.actor.id });
}

const expired = ({ clock }: Context) => new Date(clock.now().getTime() - KEPT_MS);

type Where = NonNullable<Parameters<PersonContext["db"]["questionUpload"]["findMany"]>[0]>["where"];

async function forget({ db }: Context, where: Where): Promise<void> {
  const old = await db.questionUpload.findMany({ where, select: { id: true }, take: 100 });
  for (const { id } of old) await largeFiles().remove(uploadKey(id));
  await db.questionUpload.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
