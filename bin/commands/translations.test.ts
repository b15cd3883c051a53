import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { createCourse } from "#tests/factories/course.ts";
import { temporaryFolder } from "#tests/factories/package.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

/** Runs one command as an operator would, and reads its answer in JSON. */
async function academy(...args: string[]) {
  const child = spawn(process.execPath, ["bin/academy.ts", ...args, "--json"], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, code] = await Promise.all([text(child.stdout), closed]);
  return { code, answer: JSON.parse(out) };
}

const written = (words: string) => ({
  ...{
    type: "doc",
    content: [{ type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text: words }] }],
  },
});

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const section = await db.section.create({ data: { courseId: course.id, position: 0, titles: { ar: "قسم" } } });
  const texts = [
    { locale: "ar", title: "العين", summary: "عن العين.", document: written("كانت العين أوّلًا.") },
    { locale: "en", title: "The spring", summary: "On the spring.", document: written("The spring was first.") },
  ];
  const lesson = { courseId: course.id, slug: "spring", position: 0, kind: "text" as const, minutes: 5 };
  await db.lesson.create({ data: { ...lesson, sectionId: section.id, texts: { create: texts } } });
  const { email } = await createPerson(db, { role: "admin" });
  const { email: learner } = await createPerson(db);
  const of = ["--course", course.slug, "--as", email];
  return { db, of, learner, file: join(await temporaryFolder(), "spring.xlf") };
}

test("translations go out as XLIFF, are looked at and come in; who may not edit the course is refused", async () => {
  const { db, of, file, learner } = await setUp();
  const out = ["export-translations", file, "--into", "en"];
  expect(await academy(...out, ...of, "--as", learner)).toMatchObject({ code: 1, answer: { ok: false } });
  expect(await academy(...out, ...of)).toMatchObject({ code: 0, answer: { file } });
  const xliff = await readFile(file, "utf8");
  await writeFile(file, xliff.replace("The spring was first.", "First there was the spring."));
  const english = () => db.lessonText.findFirstOrThrow({ where: { locale: "en", lesson: { slug: "spring" } } });
  const looked = await academy("import-translations", file, ...of, "--dry-run");
  expect(looked).toMatchObject({ code: 0, answer: { dryRun: true, taken: 1 } });
  expect((await english()).document).toEqual(written("The spring was first."));
  expect(await academy("import-translations", file, ...of)).toMatchObject({ code: 0, answer: { taken: 1 } });
  expect((await english()).document).toEqual(written("First there was the spring."));
});
