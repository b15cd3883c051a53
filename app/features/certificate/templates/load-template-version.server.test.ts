import { expect, test } from "vitest";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { onePixel } from "#tests/factories/certificate-template.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { defaultDesign } from "./default-design.ts";
import { loadTemplateImages } from "./load-images.server.ts";
import { loadTemplateVersion } from "./load-template-version.server.ts";
import { hashDesign } from "./template-design.ts";

const database = openTestDatabase();

test("fifty who ask at once for the default template are given the same one", async () => {
  const { db } = database;
  const found = await Promise.all(Array.from({ length: 50 }, () => loadTemplateVersion({ db }, { templateId: null })));
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
  expect(await db.certificateTemplate.findMany({ select: { isDefault: true } })).toEqual([{ isDefault: true }]);
  expect(found[0]).toMatchObject({ number: 1, design: defaultDesign, sha256: hashDesign(defaultDesign) });
});

test("the default template is made inside a transaction as well, and gone with it", async () => {
  const { db } = database;
  await db.certificateTemplateVersion.deleteMany();
  await db.certificateTemplate.deleteMany();
  const undone = db.$transaction(async (tx) => {
    await loadTemplateVersion({ db: tx }, { templateId: null });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await db.certificateTemplate.count()).toBe(0);
});

test("the newest version of a template is found, and a template that is not there is an error", async () => {
  const { db } = database;
  const first = await loadTemplateVersion({ db }, { templateId: null });
  const design = { ...defaultDesign, colour: "gold" as const };
  const { templateId } = first;
  await db.certificateTemplateVersion.create({ data: { templateId, number: 2, design, sha256: hashDesign(design) } });
  expect(await loadTemplateVersion({ db }, { templateId })).toMatchObject({ number: 2, design });
  const nowhere = loadTemplateVersion({ db }, { templateId: "019a0000-0000-7000-8000-000000000000" });
  await expect(nowhere).rejects.toThrow("no certificate template");
});

test("a design that is not the one that was hashed is refused", async () => {
  const { db } = database;
  const { templateId } = await loadTemplateVersion({ db }, { templateId: null });
  const sha256 = hashDesign(defaultDesign);
  const design = { ...defaultDesign, look: "plain" };
  await db.certificateTemplateVersion.create({ data: { templateId, number: 3, design, sha256 } });
  await expect(loadTemplateVersion({ db }, { templateId })).rejects.toThrow("was changed");
});

test("the hash of a design does not depend on the order in which languages are given", () => {
  const inOrder = {
    ...defaultDesign,
    signatories: [{ names: { ar: "ليلى", en: "Layla" }, offices: {}, signature: null }],
  };
  const turned = { ...inOrder, signatories: [{ names: { en: "Layla", ar: "ليلى" }, offices: {}, signature: null }] };
  expect(hashDesign(turned)).toBe(hashDesign(inOrder));
});

test("the images of a design are loaded once each, and a missing one is an error", async () => {
  const sha256 = await putObject({ bytes: onePixel, contentType: "image/png" });
  const loaded = await loadTemplateImages({ ...defaultDesign, logo: sha256, seal: sha256 });
  expect([...loaded]).toEqual([[sha256, { bytes: onePixel, contentType: "image/png" }]]);
  expect((await loadTemplateImages(defaultDesign)).size).toBe(0);
  await expect(loadTemplateImages({ ...defaultDesign, logo: "0".repeat(64) })).rejects.toThrow("does not hold image");
});
