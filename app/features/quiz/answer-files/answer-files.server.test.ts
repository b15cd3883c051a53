import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { answerFileRequest, createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "../begin-attempt.server.ts";
import { findAttempt } from "../find-attempt.server.ts";
import type { QuizRules } from "../quiz-rules.ts";
import { saveAnswers } from "../save-answers.server.ts";
import { unsafeSubmitAttempt } from "../submit-attempt.server.ts";
import { answerFileSchema } from "./answer-file.ts";
import { findAnswerFile, unsafeFindAnswerFiles } from "./find-answer-file.server.ts";
import { keepAnswerFile } from "./keep-answer-file.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");

const body = { stem: { ar: "أرسلي", en: "Send" }, rubric: [], kinds: ["pdf", "image"], most: 2, mostBytes: 5_000 };
const asks = { type: "file-upload", body };

/** Slot 1 is a choice, slots 2 and 3 take files. */
async function sit(rules: Partial<QuizRules> = {}) {
  const quiz = await createQuiz(database.db, { rules, questions: 1, others: [asks, asks] });
  const { person, enrolmentId } = await createEnrolment(database.db, { course: quiz.course });
  const at = (seconds: number) => contextOf(database.db, person, { now: new Date(START.getTime() + seconds * 1_000) });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  const keep = (
    name: string,
    { slot = 2, bytes, seconds = 1 }: { slot?: number; bytes?: string; seconds?: number } = {},
  ) =>
    keepAnswerFile(
      at(seconds),
      answerFileRequest(
        { attempt: attemptId, slot, name },
        bytes === undefined ? undefined : new TextEncoder().encode(bytes),
      ),
    );
  const answer = (files: string[], slot = 2) =>
    saveAnswers(at(5), {
      attemptId,
      device: randomUUID(),
      edits: [{ slot, sequence: 1, value: { files }, madeAt: START.getTime() }],
    });
  return { ...quiz, attemptId, at, keep, answer };
}

const read = async (file: Awaited<ReturnType<typeof findAnswerFile>>) =>
  new Response(file.stream(0, file.bytes)).text();

test("a file that she sends is hers to name in her answer, and to fetch again as it was", async () => {
  const { keep, answer, at, attemptId } = await sit();
  const sent = await keep("بحثي.pdf", { bytes: "%PDF-1.7 the work" });
  expect(sent).toMatchObject({ slot: 2, name: "بحثي.pdf", bytes: 17, href: `/resources/answer-files/${sent.id}` });
  expect(await answer([sent.id])).toMatchObject({ edits: [{ late: false }], refused: [] });
  const found = await findAnswerFile(at(9), { fileId: sent.id });
  expect(found).toMatchObject({ fileName: "بحثي.pdf", contentType: "application/pdf", bytes: 17 });
  expect(await read(found)).toBe("%PDF-1.7 the work");
  expect(await findAttempt(at(9), { attemptId })).toMatchObject({ files: [sent] });
});

test("an answer with somebody else's file, one of another question or one that never was is refused", async () => {
  const [own, other] = [await sit(), await sit()];
  const [theirs, ofThird] = [await other.keep("a.pdf"), await own.keep("a.pdf", { slot: 3 })];
  const mine = await own.keep("b.pdf");
  for (const files of [[theirs.id], [ofThird.id], [randomUUID()], [mine.id, theirs.id]]) {
    expect(await own.answer(files)).toMatchObject({ edits: [], refused: [{ slot: 2 }] });
  }
  expect(await own.answer([ofThird.id], 3)).toMatchObject({ refused: [] });
});

test("those who teach the course fetch it, the others do not know of it", async () => {
  const { keep, course } = await sit();
  const { id: fileId } = await keep("a.pdf");
  const [assistant, stranger] = [await createInstructor(database.db), await createInstructor(database.db)];
  const instructorId = assistant.instructor.id;
  await database.db.courseInstructor.create({ data: { courseId: course.id, instructorId, role: "assistant" } });
  const as = ({ person, instructor }: typeof assistant) =>
    contextOf(database.db, person, { instructorId: instructor.id });
  expect((await findAnswerFile(as(assistant), { fileId })).fileName).toBe("a.pdf");
  const learner = contextOf(database.db, await createPerson(database.db));
  for (const ctx of [as(stranger), learner])
    await expect(findAnswerFile(ctx, { fileId })).rejects.toMatchObject({ status: 404 });
});

test("where grading is blind, only she sees how she called it", async () => {
  const { keep, at, course, attemptId } = await sit({ blindGrading: true });
  const { id: fileId } = await keep("Maryam-Khalil.pdf");
  const { person, instructor } = await createInstructor(database.db);
  await database.db.courseInstructor.create({
    data: { courseId: course.id, instructorId: instructor.id, role: "owner" },
  });
  const grader = contextOf(database.db, person, { instructorId: instructor.id });
  expect((await findAnswerFile(at(1), { fileId })).fileName).toBe("Maryam-Khalil.pdf");
  expect((await findAnswerFile(grader, { fileId })).fileName).toMatch(/^2-[0-9a-f]{8}\.pdf$/);
  const [shown] = await unsafeFindAnswerFiles(database.db, { attemptId, blind: true });
  expect(shown?.name).toMatch(/^2-[0-9a-f]{8}\.pdf$/);
});

test("a file of another kind, of another kind than its name, larger than allowed, or empty is not kept", async () => {
  const { keep, attemptId } = await sit();
  await expect(keep("a.docx")).rejects.toMatchObject({ code: "wrongFile" });
  await expect(keep("a.pdf", { bytes: "MZ a programme" })).rejects.toMatchObject({ code: "wrongFile" });
  await expect(keep("a.pdf", { bytes: "" })).rejects.toMatchObject({ code: "wrongFile" });
  await expect(keep("a.pdf", { bytes: `%PDF-${"x".repeat(5_000)}` })).rejects.toMatchObject({ status: 413 });
  expect(await database.db.answerFile.count({ where: { attemptId } })).toBe(0);
});

test("more than was announced is not kept, and leaves nothing behind", async () => {
  const { at, attemptId } = await sit();
  const { request, ...given } = answerFileRequest({ attempt: attemptId, slot: 2, name: "a.pdf" });
  const headers = { "Content-Length": "8" };
  const longer = new Request(request.url, { method: "POST", headers, body: `%PDF-${"x".repeat(4_000)}` });
  await expect(keepAnswerFile(at(1), { ...given, request: longer })).rejects.toMatchObject({ status: 413 });
  expect(await database.db.answerFile.count({ where: { attemptId } })).toBe(0);
});

test("of many that are sent at once no more are kept than the question may ever need", async () => {
  const { keep, attemptId } = await sit();
  const sent = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => keep(`${i}.pdf`)));
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
  for (const one of sent) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "tooManyFiles" });
  const files = await database.db.answerFile.findMany({ where: { attemptId } });
  expect(files).toHaveLength(8);
  for (const { id } of files) expect(await largeFiles().find(`answer-files/${id}`)).toBeDefined();
});

test("once the attempt is over, or for a question that takes no files or is not open, none is taken", async () => {
  const { keep, at, attemptId } = await sit({ minutes: 1, graceSeconds: 30 });
  await expect(keep("a.pdf", { slot: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(keep("a.pdf", { slot: 9 })).rejects.toMatchObject({ status: 404 });
  await keep("a.pdf", { seconds: 90 });
  await expect(keep("a.pdf", { seconds: 91 })).rejects.toMatchObject({ code: "over" });
  await unsafeSubmitAttempt(at(20), { attemptId, by: "learner" });
  await expect(keep("a.pdf", { seconds: 21 })).rejects.toMatchObject({ code: "over" });
  const forward = await sit({ oneAtATime: true, noGoingBack: true });
  await expect(forward.keep("a.pdf")).rejects.toMatchObject({ status: 404 });
});

test("nobody sends a file for another's attempt", async () => {
  const { attemptId } = await sit();
  const other = contextOf(database.db, await createPerson(database.db));
  const asked = keepAnswerFile(other, answerFileRequest({ attempt: attemptId, slot: 2, name: "a.pdf" }));
  await expect(asked).rejects.toMatchObject({ status: 404 });
});

test("a name keeps nothing that a path, a header or a reader would take for something else", () => {
  const given = { attempt: randomUUID(), slot: "2" };
  expect(answerFileSchema.parse({ ...given, name: "../..\\a\r\n\u202e\0 بحث.pdf " }).name).toBe("....a بحث.pdf");
  expect(answerFileSchema.safeParse({ ...given, name: "\u202e/" }).success).toBe(false);
});
