import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { CertificateWish } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { Erasing, PersonalTable, Whose } from "#app/platform/personal-data/personal-table.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { removeObject } from "#app/platform/storage/storage.server.ts";
import { erasedMail } from "../privacy-mails.ts";
import { personalParts } from "../registry.ts";
import { dropErasedFilesJob, eraseJob } from "./erasure-jobs.ts";
import { findObstacles } from "./find-obstacles.server.ts";

const name = (word: string) => Prisma.raw(`"${word}"`);

/** Does to one table what is declared of it. */
async function eraseTable(tx: Tx, { table, hers, onErasure }: PersonalTable, whose: Whose): Promise<void> {
  if (onErasure.act === "remove") await tx.$executeRaw`DELETE FROM ${name(table)} t WHERE ${hers(whose)}`;
  if (onErasure.act !== "keep" || !onErasure.clear) return;
  const cleared = Object.entries(onErasure.clear).map(([column, value]) => Prisma.sql`${name(column)} = ${value}`);
  await tx.$executeRaw`UPDATE ${name(table)} t SET ${Prisma.join(cleared)} WHERE ${hers(whose)}`;
}

/** Letters that wait for her, or failed, are not sent any more. */
async function dropLetters(tx: Tx, { email }: Whose): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(
      SELECT j."id" FROM graphile_worker._private_jobs j
      WHERE j."payload" ->> 'to' = ${email} AND j."locked_at" IS NULL))`;
}

/** Erases all that is declared, the account itself last: by it all else is found. */
async function eraseAll(tx: Tx, erasing: Erasing): Promise<void> {
  const { whose } = erasing;
  for (const { data } of personalParts) await data.erase?.(tx, erasing);
  const tables = personalParts.flatMap(({ data }) => data.tables);
  for (const table of tables) if (table.table !== "User") await eraseTable(tx, table, whose);
  for (const table of tables) if (table.table === "User") await eraseTable(tx, table, whose);
  await dropLetters(tx, whose);
}

type Due = { userId: string; certificates: CertificateWish };

/** The deletion that is due, held until the transaction ends; signing in waits for it, or was before it. */
async function holdDue(tx: Tx, { erasureId, now }: { erasureId: string; now: Date }): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`
    SELECT "userId", "certificates"::text AS "certificates" FROM "Erasure"
    WHERE "id" = ${erasureId}::uuid AND "cancelledAt" IS NULL AND "erasedAt" IS NULL AND "dueAt" <= ${now} FOR UPDATE`;
  return due;
}

/**
 * Deletes an account whose time has come: what names her goes, what must stay leads to nobody. Where something stands in
 * its way by now, that is noted and it is tried again each night. Done twice it is done once.
 */
export async function erasePerson(
  { db, clock }: Pick<JobContext, "db" | "clock">,
  { erasureId }: { erasureId: string },
): Promise<"erased" | "blocked" | "nothingDue"> {
  const now = clock.now();
  const work = async (tx: Tx) => {
    const due = await holdDue(tx, { erasureId, now });
    if (!due) return "nothingDue";
    const { userId, certificates } = due;
    const [obstacle] = await findObstacles(tx, userId);
    await tx.erasure.update({ where: { id: erasureId }, data: { blockedBy: obstacle ?? null } });
    if (obstacle) return "blocked";
    const select = { email: true, locale: true } as const;
    const { email, locale } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select });
    const afterwards: Erasing["afterwards"] = { largeFiles: [], objects: [] };
    await eraseAll(tx, { whose: { id: userId, email }, certificates, now, afterwards });
    await tx.erasure.update({ where: { id: erasureId }, data: { erasedAt: now } });
    const act = { action: "person.erase", subjectType: "person", subjectId: userId, after: { certificates } };
    await writePlainEntry(tx, { actor: null }, act);
    await addJob(tx, dropErasedFilesJob, afterwards);
    const language = isLocale(locale) ? locale : defaultLocale;
    await addMail(tx, erasedMail, { to: email, locale: language, values: { certificates } });
    return "erased";
  };
  return inTransaction(db, work, { timeoutMs: 120_000 });
}

export const eraseHandler: JobHandler = jobHandler(eraseJob, async (ctx, payload) => {
  await erasePerson(ctx, payload);
});

/** Removes the files of somebody who left; what somebody else's certificate needs stays. */
export const dropErasedFilesHandler: JobHandler = jobHandler(dropErasedFilesJob, async ({ db }, dropped) => {
  for (const key of dropped.largeFiles) await largeFiles().remove(key);
  for (const sha256 of dropped.objects) {
    if ((await db.certificateFile.count({ where: { sha256 } })) === 0) await removeObject(sha256);
  }
});
