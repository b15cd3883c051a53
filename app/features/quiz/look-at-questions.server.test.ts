import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { lookAtQuestions, takeQuestions } from "./look-at-questions.server.ts";

const database = openTestDatabase();

const MINUTE = 60_000;
const begun = new Date("2027-03-01T08:00:00Z");
const encode = (text: string) => new TextEncoder().encode(text);
const gift = encode("::Walls:: The walls are Ottoman. {T}\n\n::Gate:: Who built the gate? {=Suleiman ~Herod}\n");

async function setUp(role: "teacher" | "assistant" = "teacher") {
  const { db } = database;
  const { course } = await createCourse(db);
  const join = async (as: typeof role) => {
    const { person, instructor } = await createInstructor(db);
    await db.courseInstructor.create({ data: { courseId: course.id, instructorId: instructor.id, role: as } });
    return contextOf(db, person, { instructorId: instructor.id, now: begun });
  };
  const look = (ctx: PersonContext, bytes: Uint8Array = gift) =>
    lookAtQuestions(ctx, { course: course.slug, name: "walls.gift", bytes, format: "gift" });
  const take = (ctx: PersonContext, upload: string | null) =>
    takeQuestions(ctx, { course: course.slug, upload: upload ?? "" });
  const inBank = () => db.question.count({ where: { courseId: course.id } });
  const kept = () => db.questionUpload.findMany({ where: { courseId: course.id }, select: { id: true } });
  return { course, ctx: await join(role), join, look, take, inBank, kept };
}

/** The same person, later. */
const after = (ctx: PersonContext, minutes: number): PersonContext => {
  const now = new Date(ctx.clock.now().getTime() + minutes * MINUTE);
  return { ...ctx, clock: { now: () => now } };
};
const fileOf = (upload: string | null) => largeFiles().find(`question-uploads/${upload}`);

test("a file that is looked at adds nothing; taken within the hour it does, and is kept no longer", async () => {
  const { ctx, look, take, inBank, kept } = await setUp();
  const { view, upload } = await look(ctx);
  expect([view.added, await inBank()]).toEqual([2, 0]);
  expect(await fileOf(upload)).toMatchObject({ bytes: gift.length });
  expect(await take(after(ctx, 59), upload)).toMatchObject({ added: 2, dryRun: false });
  expect([await inBank(), await kept(), await fileOf(upload)]).toEqual([2, [], undefined]);
  await expect(take(after(ctx, 59), upload)).rejects.toMatchObject({ code: "uploadGone" });
});

test("after an hour a kept file is taken no more, and the next that anybody keeps sweeps it", async () => {
  const { ctx, look, take, inBank } = await setUp();
  const { upload } = await look(ctx);
  await expect(take(after(ctx, 61), upload)).rejects.toMatchObject({ code: "uploadGone", status: 409 });
  expect(await inBank()).toBe(0);
  const elsewhere = await setUp();
  await elsewhere.look(after(elsewhere.ctx, 61));
  expect(await database.db.questionUpload.count({ where: { id: upload ?? "" } })).toBe(0);
  expect(await fileOf(upload)).toBeUndefined();
});

test("whoever looks at another file has only that one kept, and colleagues keep theirs", async () => {
  const { ctx, join, look, kept } = await setUp();
  const colleague = await join("teacher");
  const [first, hers] = [await look(ctx), await look(colleague)];
  const second = await look(ctx);
  expect((await kept()).map(({ id }) => id).sort()).toEqual([hers.upload, second.upload].sort());
  expect(await fileOf(first.upload)).toBeUndefined();
});

test("a file of which nothing can be taken is not kept", async () => {
  const { ctx, look, kept } = await setUp();
  const { view, upload } = await look(ctx, encode("::Broken:: Who? {=\n"));
  expect([view.added, upload, await kept()]).toEqual([0, null, []]);
});

test("another person's file is as one that never was, in this course and in another", async () => {
  const { ctx, join, look, take, inBank, kept } = await setUp();
  const { upload } = await look(ctx);
  const colleague = await join("teacher");
  const gone = { code: "uploadGone", status: 409 };
  await expect(take(colleague, upload)).rejects.toMatchObject(gone);
  await expect(take(colleague, randomUUID())).rejects.toMatchObject(gone);
  const elsewhere = await setUp();
  await expect(elsewhere.take(elsewhere.ctx, upload)).rejects.toMatchObject(gone);
  await expect(take(elsewhere.ctx, upload)).rejects.toMatchObject({ status: 404 });
  expect([await inBank(), await elsewhere.inBank(), await kept()]).toEqual([0, 0, [{ id: upload }]]);
});

test("for those who may not edit the course there is nothing to look at", async () => {
  const { ctx, look } = await setUp("assistant");
  await expect(look(ctx)).rejects.toMatchObject({ status: 404 });
  const { ctx: stranger } = await setUp();
  await expect(look(stranger)).rejects.toMatchObject({ status: 404 });
});

test("a file that is empty, too large or of no known format is not even read", async () => {
  const { course, ctx, look, kept } = await setUp();
  await expect(look(ctx, new Uint8Array())).rejects.toMatchObject({ code: "noFile" });
  await expect(look(ctx, new Uint8Array(50 * 1024 * 1024 + 1))).rejects.toMatchObject({
    code: "tooLarge",
    status: 413,
  });
  const unknown = { course: course.slug, name: "a.bin", bytes: encode("%PDF-1.7\n"), format: undefined };
  await expect(lookAtQuestions(ctx, unknown)).rejects.toMatchObject({ code: "formatUnknown" });
  expect(await kept()).toEqual([]);
});
