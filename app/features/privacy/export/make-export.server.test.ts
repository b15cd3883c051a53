import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readZip } from "#app/platform/archive/read-zip.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { createAccount } from "#tests/factories/account.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createIssued, jobContext, waitingMails } from "#tests/factories/finished.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { retentionRules } from "../retention/retention-rules.ts";
import { runRetention } from "../retention/run-retention.server.ts";
import { askForExport } from "./ask-for-export.server.ts";
import { exportKey } from "./export-key.ts";
import { makeExport } from "./make-export.server.ts";
import { openExport } from "./open-export.server.ts";

const database = openTestDatabase();
const limits = { entries: 100, entryBytes: 20_000_000, totalBytes: 50_000_000, ratio: 500 };

async function make(ctx: ReturnType<typeof contextOf>) {
  await askForExport(ctx);
  const where = { userId: ctx.actor.id, state: "waiting" } as const;
  const { id } = await database.db.dataExport.findFirstOrThrow({ where });
  await makeExport(jobContext(database.db), { exportId: id });
  return id;
}

async function unpack(id: string): Promise<Map<string, string>> {
  const found = await largeFiles().find(exportKey(id));
  const bytes = await buffer(largeFiles().stream(exportKey(id), 0, found?.bytes ?? 0));
  const zip = await readZip(bytes, limits);
  if (!zip.ok) throw new Error(zip.fault);
  return new Map(zip.files.map(({ path, bytes: content }) => [path, new TextDecoder().decode(content)]));
}

test("the archive holds her data for machines and for her to read, in her language, and nothing secret or another's", async () => {
  const { db } = database;
  const { learner, course, serial } = await createIssued(db);
  const other = await createPerson(db, { name: "Somebody Else" });
  const { id: userId } = learner;
  await db.session.create({ data: { userId, token: "a-secret-token", expiresAt: new Date("2030-01-01") } });
  await db.account.create({ data: { userId, accountId: userId, providerId: "credential", password: "a-secret-hash" } });
  await db.billingDetails.create({ data: { userId, name: "Amina <b>", address: "Jaffa Street 1" } });
  const id = await make({ ...contextOf(db, learner), locale: "ar" });
  const files = await unpack(id);
  expect([...files.keys()]).toEqual(expect.arrayContaining(["index.html", "data.json"]));
  const data = JSON.parse(files.get("data.json") ?? "");
  const rowsOf = (table: string) => data.sections.find((section: { table: string }) => section.table === table).rows;
  expect(rowsOf("User")).toMatchObject([{ email: learner.email, fullNameLatin: "Amina Yusuf al-Ansari" }]);
  expect(rowsOf("Enrolment")).toMatchObject([{ courseId: course.id }]);
  expect(rowsOf("Certificate")).toMatchObject([{ serial }]);
  const page = files.get("index.html") ?? "";
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain("Amina &lt;b&gt;");
  expect(page).toContain("شهاداتك");
  for (const text of files.values()) {
    for (const secret of ["a-secret-token", "a-secret-hash", other.email]) expect(text).not.toContain(secret);
  }
  expect(await waitingMails(database, { mail: "data-export-ready", to: learner.email })).toHaveLength(1);
});

test("the archive opens to her alone, for a week, and then its file is gone", async () => {
  const { db } = database;
  const person = await createPerson(db);
  const stranger = contextOf(db, await createPerson(db));
  const ctx = contextOf(db, person);
  const exportId = await make(ctx);
  expect(await openExport(ctx, { exportId })).toMatchObject({ contentType: "application/zip" });
  await expect(openExport(stranger, { exportId })).rejects.toMatchObject({ status: 404 });
  const later = new Date(Date.now() + 8 * 86_400_000);
  await expect(openExport(contextOf(db, person, { now: later }), { exportId })).rejects.toMatchObject({ status: 404 });
  const rules = retentionRules.filter(({ name }) => name === "dataExports");
  await runRetention(jobContext(db, later), { rules });
  expect(await largeFiles().find(exportKey(exportId))).toBeUndefined();
  expect(await db.dataExport.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({ state: "expired" });
});

test("asked for again while one is made, none is begun; made again, nothing changes; after three in a day it is enough", async () => {
  const { db } = database;
  const ctx = contextOf(db, await createAccount(db));
  await askForExport(ctx);
  await askForExport(ctx);
  const made = await db.dataExport.findMany({ where: { userId: ctx.actor.id } });
  expect(made).toHaveLength(1);
  const exportId = made[0]?.id ?? "";
  await makeExport(jobContext(db), { exportId });
  await makeExport(jobContext(db), { exportId });
  expect(await waitingMails(database, { mail: "data-export-ready", to: ctx.actor.email })).toHaveLength(1);
  await make(ctx);
  await make(ctx);
  await expect(askForExport(ctx)).rejects.toMatchObject({ status: 429 });
});
