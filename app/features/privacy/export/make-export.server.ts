import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { FormatChoice } from "#app/platform/i18n/format.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { exportReadyMail } from "../privacy-mails.ts";
import { personalParts } from "../registry.ts";
import { makeExportJob } from "./export-jobs.ts";
import { exportKey } from "./export-key.ts";
import { nameThings } from "./name-things.server.ts";
import { readPerson, tableCount } from "./read-person.server.ts";
import { writeArchive } from "./write-archive.server.ts";
import { writeReadable } from "./write-readable.ts";

/** How long it can be fetched. */
export const EXPORT_KEPT_MS = 7 * 86_400_000;
/** How often its progress is written down, in parts. */
const TOLD_EVERY = 8;

const select = {
  ...{ id: true, state: true, locale: true },
  user: { select: { id: true, email: true, timeZone: true, calendar: true, digits: true } },
} as const;

const find = (db: Db, id: string) => db.dataExport.findUnique({ where: { id }, select });
type Asked = NonNullable<Awaited<ReturnType<typeof find>>>;

function progressOf(db: Db, { id, parts }: { id: string; parts: number }) {
  let done = 0;
  return async () => {
    done += 1;
    if (done % TOLD_EVERY === 0) await db.dataExport.updateMany({ where: { id }, data: { done, parts } });
  };
}

const localeOf = ({ locale }: Asked) => (isLocale(locale) ? locale : defaultLocale);

async function formatsFor(db: Db, asked: Asked): Promise<FormatChoice> {
  const { calendar, digits } = asked.user;
  return { locale: localeOf(asked), timeZone: await readerZone(db, asked.user), calendar, digits };
}

/** Writes the archive to the disk: the data for machines, a page of it for people, and her files. */
async function write({ db, clock }: Pick<JobContext, "db" | "clock">, asked: Asked, path: string): Promise<void> {
  const { user } = asked;
  const whose = { id: user.id, email: user.email };
  const files = (await Promise.all(personalParts.map(({ data }) => data.files?.(db, whose) ?? []))).flat();
  const step = progressOf(db, { id: asked.id, parts: tableCount + files.length });
  const sections = await readPerson(db, whose, step);
  const formats = await formatsFor(db, asked);
  const names = await nameThings(db, { sections, locale: formats.locale });
  const madeAt = clock.now();
  const t = serverI18n(formats.locale, formats.digits).getFixedT(formats.locale, "data-export");
  const paths = files.map((file) => file.path);
  const data = { format: "maqdis-person/1", madeAt, sections, names, files: paths };
  const page = writeReadable({ sections, names, files: paths, madeAt, formats, t });
  const texts = [
    { path: "index.html", text: page },
    { path: "data.json", text: `${JSON.stringify(data, null, 2)}\n` },
  ];
  await writeArchive({ path, texts, files, step });
}

/** Puts together what a person asked for and tells her by mail. Done again it changes nothing. */
export async function makeExport(
  ctx: Pick<JobContext, "db" | "clock">,
  { exportId }: { exportId: string },
): Promise<void> {
  const { db, clock } = ctx;
  const asked = await find(db, exportId);
  if (asked?.state !== "waiting") return;
  const folder = await mkdtemp(join(tmpdir(), "maqdis-data-"));
  try {
    const path = join(folder, "data.zip");
    await write(ctx, asked, path);
    const { size } = await stat(path);
    await largeFiles().put(exportKey(exportId), { path, contentType: "application/zip" });
    await finish(db, { asked, bytes: size, now: clock.now() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function finish(db: Db, { asked, bytes, now }: { asked: Asked; bytes: number; now: Date }): Promise<void> {
  const expiresAt = new Date(now.getTime() + EXPORT_KEPT_MS);
  await inTransaction(db, async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: asked.id, state: "waiting" },
      data: { state: "ready", bytes, readyAt: now, expiresAt, done: 1, parts: 1 },
    });
    if (count === 0) return;
    const locale = localeOf(asked);
    await addMail(tx, exportReadyMail, { to: asked.user.email, locale, values: { days: EXPORT_KEPT_MS / 86_400_000 } });
  });
}

export const makeExportHandler: JobHandler = jobHandler(makeExportJob, (ctx, payload) => makeExport(ctx, payload));
