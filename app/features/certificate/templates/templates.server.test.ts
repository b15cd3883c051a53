import { beforeEach, expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createTemplate, onePixel } from "#tests/factories/certificate-template.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addTemplateImage, findTemplateImage, MAX_IMAGE_BYTES } from "./add-image.server.ts";
import { addTemplate, deleteTemplate, makeTemplateDefault } from "./change-templates.server.ts";
import { defaultDesign } from "./default-design.ts";
import { drawTemplatePreview } from "./draw-preview.server.ts";
import { findTemplate, findTemplateVersion } from "./find-template.server.ts";
import { findTemplates } from "./find-templates.server.ts";
import { restoreTemplateVersion } from "./restore-version.server.ts";
import { saveTemplate } from "./save-template.server.ts";

const database = openTestDatabase();
let admin: PersonContext;
let learner: PersonContext;

beforeEach(async () => {
  const { db } = database;
  admin = contextOf(db, await createPerson(db, { role: "admin", name: "Admin" }));
  learner = contextOf(db, await createPerson(db));
});

const golden = { ...defaultDesign, colour: "gold" as const };
const inked = { ...defaultDesign, colour: "ink" as const };

async function openTemplate() {
  const { id, name } = await createTemplate(database.db);
  return { id, name, opened: { name, number: 1 } };
}

test("a changed design makes a version with its author, and the same one again makes none", async () => {
  const { id, name, opened } = await openTemplate();
  const saved = { result: "saved", name, number: 2 };
  const input = { templateId: id, name, design: golden, opened };
  expect(await saveTemplate(admin, input)).toEqual({ ...saved, newVersion: true });
  expect(await saveTemplate(admin, input)).toEqual({ ...saved, newVersion: false });
  const template = await findTemplate(admin, { templateId: id });
  expect(template).toMatchObject({ number: 2, design: golden });
  expect(template.versions).toMatchObject([
    { number: 2, by: "Admin", issued: 0 },
    { number: 1, by: null, issued: 0 },
  ]);
});

test("a new name makes no version, and is written down", async () => {
  const { id, name, opened } = await openTemplate();
  const input = { templateId: id, name: "  Of the diploma ", design: defaultDesign, opened };
  expect(await saveTemplate(admin, input)).toMatchObject({ result: "saved", number: 1, newVersion: false });
  const entries = await database.db.auditEntry.findMany({ where: { subjectId: id } });
  expect(entries).toMatchObject([
    { action: "certificateTemplate.rename", before: name, after: "Of the diploma", actorId: admin.actor.id },
  ]);
});

test("who saves what another has changed meanwhile is told so, and nothing is saved", async () => {
  const { id, name, opened } = await openTemplate();
  await saveTemplate(admin, { templateId: id, name, design: golden, opened });
  const late = { templateId: id, name, design: inked, opened };
  expect(await saveTemplate(admin, late)).toEqual({ result: "conflict" });
  expect(await findTemplate(admin, { templateId: id })).toMatchObject({ number: 2, design: golden });
  const seen = { ...late, opened: { name, number: 2 } };
  expect(await saveTemplate(admin, seen)).toMatchObject({ result: "saved", number: 3 });
});

test("of two who save at once one is told of the other", async () => {
  const { id, name, opened } = await openTemplate();
  const results = await Promise.all(
    [golden, inked].map((design) => saveTemplate(admin, { templateId: id, name, design, opened })),
  );
  expect(results.map(({ result }) => result).toSorted()).toEqual(["conflict", "saved"]);
});

test("what is wrong is told by its place, and nothing is saved", async () => {
  const { id, opened } = await openTemplate();
  const design = {
    ...defaultDesign,
    logo: "0".repeat(64),
    wording: { ...defaultDesign.wording, ur: { ...defaultDesign.wording.ur, heading: " " } },
    signatories: [{ names: {}, offices: { ar: "" }, signature: null }],
  };
  expect(await saveTemplate(admin, { templateId: id, name: "", design, opened })).toEqual({
    result: "invalid",
    problems: [
      { path: "name", message: "form:required" },
      { path: "wording/ur/heading", message: "form:required" },
    ],
  });
  const rest = { ...design, wording: defaultDesign.wording };
  expect(await saveTemplate(admin, { templateId: id, name: "A", design: rest, opened })).toEqual({
    result: "invalid",
    problems: [
      { path: "signatories/0", message: "certificate-template:errors.nobody" },
      { path: "logo", message: "certificate-template:errors.imageMissing" },
    ],
  });
  expect(await findTemplate(admin, { templateId: id })).toMatchObject({ number: 1 });
});

test("an older version comes back as a new one, and the newest stays what it is", async () => {
  const { id, name, opened } = await openTemplate();
  await saveTemplate(admin, { templateId: id, name, design: golden, opened });
  expect(await restoreTemplateVersion(admin, { templateId: id, number: 1 })).toBe(3);
  expect(await restoreTemplateVersion(admin, { templateId: id, number: 3 })).toBe(3);
  expect(await findTemplateVersion(admin, { templateId: id, number: 2 })).toMatchObject({
    template: { number: 3 },
    version: { number: 2, by: "Admin", design: golden },
  });
  expect(await findTemplate(admin, { templateId: id })).toMatchObject({ number: 3, design: defaultDesign });
  await expect(findTemplateVersion(admin, { templateId: id, number: 9 })).rejects.toMatchObject({ status: 404 });
});

test("a copy begins with the newest design of what it is copied from, a new one with that of the first", async () => {
  const { id, name, opened } = await openTemplate();
  await saveTemplate(admin, { templateId: id, name, design: golden, opened });
  const copy = await addTemplate(admin, { copyOf: id, nameOf: (copied) => `${copied} (copy)` });
  expect(await findTemplate(admin, { templateId: copy })).toMatchObject({
    name: `${name} (copy)`,
    number: 1,
    design: golden,
  });
  const fresh = await addTemplate(admin, { nameOf: (copied) => copied ?? "New" });
  expect(await findTemplate(admin, { templateId: fresh })).toMatchObject({ name: "New", design: defaultDesign });
});

test("there is one default template, also when many are chosen at once, and it is the first of the list", async () => {
  const { db } = database;
  await findTemplates(admin);
  const made = [await createTemplate(db), await createTemplate(db), await createTemplate(db)];
  await Promise.all(made.map(({ id }) => makeTemplateDefault(admin, { templateId: id })));
  const [first, ...others] = await findTemplates(admin);
  expect(first?.isDefault).toBe(true);
  expect(others.some(({ isDefault }) => isDefault)).toBe(false);
  const { course } = await createCourse(db);
  const [counted] = await findTemplates(admin);
  expect(counted?.courses).toBe((first?.courses ?? 0) + 1);
  await db.course.update({ where: { id: course.id }, data: { certificateTemplateId: others[0]?.id ?? null } });
  const list = await findTemplates(admin);
  expect(list.find(({ id }) => id === others[0]?.id)?.courses).toBe(1);
});

test("an unused template can be deleted; the default one, and one that a course names, cannot", async () => {
  const { db } = database;
  const [unused, named, usual] = [await createTemplate(db), await createTemplate(db), await createTemplate(db)];
  await makeTemplateDefault(admin, { templateId: usual.id });
  await createCourse(db, { certificateTemplateId: named.id });
  for (const { id } of [named, usual]) {
    await expect(deleteTemplate(admin, { templateId: id })).rejects.toMatchObject({ code: "templateInUse" });
  }
  await deleteTemplate(admin, { templateId: unused.id });
  await expect(findTemplate(admin, { templateId: unused.id })).rejects.toMatchObject({ status: 404 });
  const entries = await db.auditEntry.findMany({ where: { subjectId: unused.id } });
  expect(entries).toMatchObject([{ action: "certificateTemplate.delete", before: { name: unused.name } }]);
});

test("images are PNG or JPEG by what they hold, of a modest size, and seen by admins alone", async () => {
  const { sha256 } = await addTemplateImage(admin, { bytes: onePixel });
  expect(await addTemplateImage(admin, { bytes: onePixel })).toEqual({ sha256, width: 1, height: 1 });
  expect(await database.db.auditEntry.findMany({ where: { subjectId: sha256 } })).toMatchObject([
    {
      action: "certificateImage.add",
      actorId: admin.actor.id,
      after: { contentType: "image/png", width: 1, height: 1 },
    },
  ]);
  expect(await findTemplateImage(admin, { sha256 })).toEqual({ bytes: onePixel, contentType: "image/png" });
  await expect(findTemplateImage(learner, { sha256 })).rejects.toMatchObject({ status: 404 });

  const wide = Buffer.from(onePixel);
  wide.writeUInt32BE(4_001, 16);
  const refused: [string, Uint8Array][] = [
    ["imageTooLarge", Buffer.concat([onePixel, Buffer.alloc(MAX_IMAGE_BYTES)])],
    ["imageTooLong", wide],
    [
      "imageDrawing",
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
    ],
    ["imageUnknown", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;")],
    ["imageUnknown", new Uint8Array()],
    ["imageBroken", onePixel.subarray(0, -20)],
  ];
  for (const [code, bytes] of refused) {
    await expect(addTemplateImage(admin, { bytes })).rejects.toMatchObject({ code, status: 422 });
  }
});

test("a design is drawn as it stands, for names short and long, and not at all while something is wrong with it", async () => {
  const order = { form: "ur", subject: "longProgramme" } as const;
  const drawn = await drawTemplatePreview(admin, { design: golden, ...order });
  expect(drawn).toMatchObject({ result: "drawn", svg: expect.stringMatching(/^<svg/) });
  const blank = { ...golden, wording: { ...golden.wording, ur: { ...golden.wording.ur, heading: "" } } };
  expect(await drawTemplatePreview(admin, { design: blank, ...order })).toEqual({ result: "invalid", problems: 1 });
});

test("whoever is no admin finds nothing here and changes nothing", async () => {
  const { id, name, opened } = await openTemplate();
  const tries = [
    findTemplates(learner),
    findTemplate(learner, { templateId: id }),
    findTemplateVersion(learner, { templateId: id, number: 1 }),
    saveTemplate(learner, { templateId: id, name, design: golden, opened }),
    restoreTemplateVersion(learner, { templateId: id, number: 1 }),
    addTemplate(learner, { nameOf: () => "Mine" }),
    makeTemplateDefault(learner, { templateId: id }),
    deleteTemplate(learner, { templateId: id }),
    addTemplateImage(learner, { bytes: onePixel }),
    drawTemplatePreview(learner, { design: golden, form: "ar", subject: "course" }),
  ];
  for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ status: 404 });
  expect(await findTemplate(admin, { templateId: id })).toMatchObject({ number: 1, isDefault: false });
});
