import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { advanceAttempt } from "./advance-attempt.server.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import type { QuizRules } from "./quiz-rules.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");

async function sit(rules: Partial<QuizRules> = { oneAtATime: true, noGoingBack: true }) {
  const quiz = await createQuiz(database.db, { rules });
  const { person, enrolmentId } = await createEnrolment(database.db, { course: quiz.course });
  const at = (seconds: number) => contextOf(database.db, person, { now: new Date(START.getTime() + seconds * 1_000) });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  return { attemptId, at };
}

const reachedOf = async (attemptId: string) =>
  (await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).reachedSlot;

test("questions open one after another; asked again, nothing changes", async () => {
  const { attemptId, at } = await sit();
  expect(await advanceAttempt(at(1), { attemptId, slot: 2 })).toEqual({ reachedSlot: 2 });
  expect(await advanceAttempt(at(2), { attemptId, slot: 2 })).toEqual({ reachedSlot: 2 });
  expect(await advanceAttempt(at(3), { attemptId, slot: 3 })).toEqual({ reachedSlot: 3 });
  expect(await advanceAttempt(at(4), { attemptId, slot: 1 })).toEqual({ reachedSlot: 3 });
});

test("none is skipped, and after the last there is no other", async () => {
  const { attemptId, at } = await sit();
  for (const slot of [3, 4, 99])
    await expect(advanceAttempt(at(1), { attemptId, slot })).rejects.toMatchObject({ status: 404 });
  expect(await reachedOf(attemptId)).toBe(1);
});

test("many tabs that ask at once go on by one question", async () => {
  const { attemptId, at } = await sit();
  const asked = await Promise.all(Array.from({ length: 8 }, () => advanceAttempt(at(1), { attemptId, slot: 2 })));
  expect(new Set(asked.map(({ reachedSlot }) => reachedSlot))).toEqual(new Set([2]));
  expect(await reachedOf(attemptId)).toBe(2);
});

test("an answer that is saved while she goes on counts or is told to be late, and the next question's is never lost", async () => {
  for (let run = 0; run < 10; run += 1) {
    const { attemptId, at } = await sit();
    const save = (slot: number) =>
      saveAnswers(at(2), {
        attemptId,
        device: randomUUID(),
        edits: [{ slot, sequence: slot, value: { choice: "right" }, madeAt: START.getTime() }],
      });
    const [saved] = await Promise.all([save(1), advanceAttempt(at(2), { attemptId, slot: 2 })]);
    const counted = await database.db.answer.count({ where: { attemptId, slot: 1 } });
    expect(counted).toBe(saved.edits[0]?.late ? 0 : 1);
    expect((await save(2)).edits).toEqual([{ slot: 2, sequence: 2, late: false }]);
  }
});

test("once it is submitted or its time is over, no further question opens", async () => {
  const submitted = await sit();
  await unsafeSubmitAttempt(submitted.at(1), { attemptId: submitted.attemptId, by: "learner" });
  const late = await sit({ oneAtATime: true, noGoingBack: true, minutes: 1 });
  for (const { attemptId, at } of [submitted, late]) {
    await expect(advanceAttempt(at(61), { attemptId, slot: 2 })).rejects.toMatchObject({ code: "over", status: 409 });
    expect(await reachedOf(attemptId)).toBe(1);
  }
});

test("in somebody else's attempt, or in one where she may go back, there is nothing to open", async () => {
  const { attemptId } = await sit();
  const other = contextOf(database.db, await createPerson(database.db));
  await expect(advanceAttempt(other, { attemptId, slot: 2 })).rejects.toMatchObject({ status: 404 });
  const free = await sit({ oneAtATime: true });
  const asked = advanceAttempt(free.at(1), { attemptId: free.attemptId, slot: 2 });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});

test("the database itself lets nobody go back, nor skip a question", async () => {
  const { attemptId, at } = await sit();
  await advanceAttempt(at(1), { attemptId, slot: 2 });
  for (const reachedSlot of [1, 4]) {
    const write = database.db.attempt.update({ where: { id: attemptId }, data: { reachedSlot } });
    await expect(write).rejects.toThrow(/one question at a time/);
  }
});
