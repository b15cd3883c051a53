import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getObject, hasObject, storageFolder } from "#app/platform/storage/storage.server.ts";
import { createCertificate } from "#tests/factories/certificate.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { keepCertificateFile } from "./keep-certificate-file.server.ts";

const database = openTestDatabase();

async function issued(overrides: Parameters<typeof createCertificate>[2] = {}) {
  const [person, { course }] = [await createPerson(database.db), await createCourse(database.db)];
  return createCertificate(database.db, { userId: person.id, courseId: course.id }, overrides);
}

const lose = (sha256: string) => rm(join(storageFolder, sha256.slice(0, 2), sha256));

test("twenty who ask at once for the same form get one file, whose bytes are kept", async () => {
  const { id: certificateId } = await issued();
  const asked = Array.from({ length: 20 }, () => keepCertificateFile(database, { certificateId, form: "ar-en" }));
  const kept = await Promise.all(asked);
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(await database.db.certificateFile.count({ where: { certificateId } })).toBe(1);
  expect((await getObject(kept[0]?.sha256 ?? ""))?.length).toBe(kept[0]?.bytes);
});

test("bytes that the storage lost come back, the same", async () => {
  const { id: certificateId } = await issued();
  const { sha256 } = await keepCertificateFile(database, { certificateId, form: "ur" });
  await lose(sha256);
  expect((await keepCertificateFile(database, { certificateId, form: "ur" })).sha256).toBe(sha256);
  expect(await hasObject(sha256)).toBe(true);
});

test("lost bytes that would come out otherwise are an error, and nothing takes their place", async () => {
  const { id: certificateId } = await issued();
  // As if another version of the layout had made it.
  const sha256 = "0".repeat(64);
  await database.db.certificateFile.create({ data: { certificateId, form: "en", sha256, bytes: 3 } });
  await expect(keepCertificateFile(database, { certificateId, form: "en" })).rejects.toThrow(
    "The storage has lost 000000",
  );
  expect(await database.db.certificateFile.findMany({ where: { certificateId }, select: { sha256: true } })).toEqual([
    { sha256 },
  ]);
});

test("what is not signed yet has no file, and says so", async () => {
  const { id: certificateId } = await issued({ signed: false });
  await expect(keepCertificateFile(database, { certificateId, form: "ar-en" })).rejects.toMatchObject({
    code: "notSignedYet",
    status: 503,
  });
});
