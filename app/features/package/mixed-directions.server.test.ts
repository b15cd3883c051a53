import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lessonSchema } from "#app/features/lesson/blocks/registry.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { lessonText, rewritten } from "#tests/factories/lesson-text.ts";
import { mixedDirections } from "#tests/factories/mixed-directions.ts";
import { copyPackage, temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { exportAcademy } from "./export-academy.server.ts";
import { importAcademy } from "./import-academy.server.ts";

const database = openTestDatabase();
const samples = Object.entries(mixedDirections);

const lessonId = "0199b5a0-0000-7000-8000-000000000040";
const file = "courses/first-steps/lessons/01-inquiry.en.md";
// The letters outside of ASCII as they were written: what Markdown may write in another way is ASCII alone.
const letters = (text: string) => text.replace(/[\n -~]/g, "");

test.each(samples)("%s are the same in the editor's schema and in Markdown, letter by letter", (_, { body }) => {
  expect(body).toBe(body.normalize("NFC"));
  const document = lessonText(body);
  expect(lessonSchema.nodeFromJSON(document).toJSON()).toEqual(document);
  expect(lessonText(rewritten(body))).toEqual(document);
  expect(letters(rewritten(body))).toBe(letters(body));
});

test("mixed directions pass through package, database and package again without a letter changed", async () => {
  const { db } = database;
  const context = { db, clock: systemClock };
  const copy = await copyPackage();
  const head = (await readFile(copy.path(file), "utf8")).split("\n---\n")[0];
  const body = samples.map(([_, sample]) => sample.body).join("\n");
  await copy.write(file, `${head}\n---\n\n${rewritten(body).trimStart()}`);
  await importAcademy(context, { root: copy.root });
  const { document } = await db.lessonText.findUniqueOrThrow({
    where: { lessonId_locale: { lessonId, locale: "en" } },
  });
  expect(lessonDocumentSchema.parse(document)).toEqual(lessonText(body));
  const root = await temporaryFolder();
  await exportAcademy(context, { root });
  expect(await readFile(join(root, file), "utf8")).toBe(await readFile(copy.path(file), "utf8"));
}, 60_000);
