import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuizRules } from "#app/features/quiz/quiz-rules.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

const database = openTestDatabase();
const START = new Date("2027-03-01T12:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

/** An attempt begun at noon; `at(seconds)` is its learner's context so long after. */
async function sit(
  rules: Partial<QuizRules> = {},
  questions = 3,
  others: { type: string; body: Record<string, unknown> }[] = [],
) {
  const quiz = await createQuiz(database.db, { rules, questions, others });
  const { person, enrolmentId } = await createEnrolment(database.db, { course: quiz.course });
  const at = (seconds: number) => contextOf(database.db, person, { now: after(seconds) });
  const { attemptId } = await beginAttempt(at(0), { enrolmentId, lessonId: quiz.lessonId });
  return { ...quiz, person, enrolmentId, attemptId, at };
}

type Edit = { slot: number; sequence: number; choice: string | null; made: number };
const edit = ({ slot, sequence, choice, made }: Edit) => ({
  slot,
  sequence,
  value: { choice },
  madeAt: after(made).getTime(),
});

const answersOf = async (attemptId: string) =>
  (await database.db.answer.findMany({ where: { attemptId }, orderBy: { slot: "asc" } })).map(({ slot, value }) => [
    slot,
    value,
  ]);

test("an answer that was acknowledged is there, and a repeated edit changes nothing", async () => {
  const { attemptId, at } = await sit();
  const input = { attemptId, device: randomUUID(), edits: [edit({ slot: 1, sequence: 1, choice: "right", made: 5 })] };
  const first = await saveAnswers(at(6), input);
  const saved = { state: "open", edits: [{ slot: 1, sequence: 1, late: false }], refused: [], answers: [] };
  expect(first).toEqual({ ...saved, now: after(6).getTime() });
  expect(await saveAnswers(at(7), input)).toEqual({ ...saved, now: after(7).getTime() });
  expect(await answersOf(attemptId)).toEqual([[1, { choice: "right" }]]);
  expect(await database.db.answerEdit.count({ where: { attemptId } })).toBe(1);
});

test("whatever the order, the grouping and the repetition in which edits of two devices arrive, the same answers stand", async () => {
  const devices = [randomUUID(), randomUUID()] as const;
  const arbitrary = fc.array(
    fc.record({
      device: fc.constantFrom(...devices),
      slot: fc.integer({ min: 1, max: 3 }),
      sequence: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 15 },
  );
  const choices = ["right", "wrong", "other"];
  const choiceOf = ({ device, sequence, slot }: { device: string; sequence: number; slot: number }) =>
    choices[(sequence + slot + (device === devices[0] ? 0 : 1)) % 3] ?? null;
  await fc.assert(
    fc.asyncProperty(arbitrary, fc.array(fc.nat(), { maxLength: 30 }), async (edits, order) => {
      const { attemptId, at } = await sit();
      const sent = [...edits, ...order.flatMap((n) => edits[n % edits.length] ?? [])].toSorted(() =>
        order.length % 2 ? -1 : 1,
      );
      for (const one of sent) {
        await saveAnswers(at(10), {
          attemptId,
          device: one.device,
          edits: [edit({ ...one, choice: choiceOf(one), made: 1 })],
        });
      }
      const expected = [1, 2, 3].flatMap((slot) => {
        const own = edits.filter((one) => one.slot === slot);
        const [last] = own.toSorted((a, b) => b.sequence - a.sequence || (a.device < b.device ? 1 : -1));
        return last ? [[slot, { choice: choiceOf(last) }]] : [];
      });
      expect(await answersOf(attemptId)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

test("an edit made in time counts within the grace, a later one is kept and marked late", async () => {
  const { attemptId, at } = await sit({ minutes: 10, graceSeconds: 60 });
  const device = randomUUID();
  const inGrace = await saveAnswers(at(650), {
    attemptId,
    device,
    edits: [
      edit({ slot: 1, sequence: 1, choice: "right", made: 599 }),
      edit({ slot: 2, sequence: 2, choice: "right", made: 601 }),
    ],
  });
  expect(inGrace.edits.map(({ late }) => late)).toEqual([false, true]);
  const tooLate = await saveAnswers(at(661), {
    attemptId,
    device,
    edits: [edit({ slot: 3, sequence: 3, choice: "right", made: 500 })],
  });
  expect(tooLate.edits.map(({ late }) => late)).toEqual([true]);
  expect(await answersOf(attemptId)).toEqual([[1, { choice: "right" }]]);
  expect(await database.db.answerEdit.count({ where: { attemptId, late: true } })).toBe(2);
});

test("what was late and comes again after more time was given counts no more than it is said to", async () => {
  const { attemptId, at } = await sit({ minutes: 10, graceSeconds: 60 });
  const input = {
    attemptId,
    device: randomUUID(),
    edits: [edit({ slot: 1, sequence: 1, choice: "right", made: 601 })],
  };
  await saveAnswers(at(602), input);
  await database.db.attempt.update({
    where: { id: attemptId },
    data: { deadlineAt: after(1_200), graceUntil: after(1_260) },
  });
  expect((await saveAnswers(at(640), input)).edits).toMatchObject([{ late: true }]);
  expect(await answersOf(attemptId)).toEqual([]);
  const anew = { ...input, edits: [edit({ slot: 1, sequence: 2, choice: "wrong", made: 641 })] };
  expect((await saveAnswers(at(642), anew)).edits).toMatchObject([{ late: false }]);
  expect(await answersOf(attemptId)).toEqual([[1, { choice: "wrong" }]]);
});

test("a device whose clock runs ahead is taken to have made its edit as it arrived", async () => {
  const { attemptId, at } = await sit({ minutes: 10 });
  const saved = await saveAnswers(at(60), {
    attemptId,
    device: randomUUID(),
    edits: [edit({ slot: 1, sequence: 1, choice: "wrong", made: 90_000 })],
  });
  expect(saved.edits).toEqual([{ slot: 1, sequence: 1, late: false }]);
  expect(await database.db.answerEdit.findFirst({ where: { attemptId } })).toMatchObject({
    madeAt: after(60),
    receivedAt: after(60),
  });
});

test("what is no answer to the question is refused, and the other edits of the request are saved", async () => {
  const { attemptId, at } = await sit();
  const edits = [
    edit({ slot: 1, sequence: 1, choice: "nobody", made: 1 }),
    { ...edit({ slot: 2, sequence: 2, choice: null, made: 1 }), value: { text: "right" } },
    edit({ slot: 99, sequence: 3, choice: "right", made: 1 }),
    edit({ slot: 3, sequence: 4, choice: "right", made: 1 }),
  ];
  const saved = await saveAnswers(at(5), { attemptId, device: randomUUID(), edits });
  expect(saved.refused.map(({ slot }) => slot)).toEqual([1, 2, 99]);
  expect(await answersOf(attemptId)).toEqual([[3, { choice: "right" }]]);
});

test("after submission edits are kept as late and change neither answers nor grade", async () => {
  const { attemptId, at } = await sit();
  const device = randomUUID();
  await saveAnswers(at(5), { attemptId, device, edits: [edit({ slot: 1, sequence: 1, choice: "right", made: 4 })] });
  await unsafeSubmitAttempt(at(10), { attemptId, by: "learner" });
  const saved = await saveAnswers(at(11), {
    attemptId,
    device,
    edits: [edit({ slot: 1, sequence: 2, choice: "wrong", made: 9 })],
  });
  expect(saved).toMatchObject({ state: "submitted", edits: [{ late: true }] });
  expect(await answersOf(attemptId)).toEqual([[1, { choice: "right" }]]);
  expect(await database.db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    points: 1_000,
    maxPoints: 3_000,
  });
});

test("an answer saved while the attempt is being submitted is either graded or told to be late, never lost", async () => {
  for (let run = 0; run < 15; run += 1) {
    const { attemptId, at } = await sit({}, 1);
    const edits = [edit({ slot: 1, sequence: 1, choice: "right", made: 1 })];
    const [saved] = await Promise.all([
      saveAnswers(at(2), { attemptId, device: randomUUID(), edits }),
      unsafeSubmitAttempt(at(2), { attemptId, by: "learner" }),
    ]);
    const { points } = await database.db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(points).toBe(saved.edits[0]?.late ? 0 : 1_000);
  }
});

test("where there is no going back, an edit of a question that was left behind is kept and does not count", async () => {
  const { attemptId, at } = await sit({ oneAtATime: true, noGoingBack: true });
  await database.db.attempt.update({ where: { id: attemptId }, data: { reachedSlot: 2 } });
  const edits = [
    edit({ slot: 1, sequence: 1, choice: "right", made: 1 }),
    edit({ slot: 2, sequence: 2, choice: "right", made: 1 }),
  ];
  const saved = await saveAnswers(at(5), { attemptId, device: randomUUID(), edits });
  expect(saved.edits.map(({ late }) => late)).toEqual([true, false]);
});

test("where there is no going back, an answer to a question that she was not shown yet is refused, and not kept", async () => {
  const { attemptId, at } = await sit({ oneAtATime: true, noGoingBack: true });
  const edits = [
    edit({ slot: 2, sequence: 1, choice: "right", made: 1 }),
    edit({ slot: 1, sequence: 2, choice: "right", made: 1 }),
  ];
  const saved = await saveAnswers(at(5), { attemptId, device: randomUUID(), edits });
  expect(saved).toMatchObject({ edits: [{ slot: 1, late: false }], refused: [{ slot: 2, sequence: 1 }] });
  expect(await database.db.answerEdit.count({ where: { attemptId } })).toBe(1);
});

test("a device is told what others saved since it was last told, and nothing of its own", async () => {
  const { attemptId, at } = await sit();
  const [phone, desk] = [randomUUID(), randomUUID()];
  const say = (seconds: number, device: string, since: number, edits: ReturnType<typeof edit>[]) =>
    saveAnswers(at(seconds), { attemptId, device, since: after(since).getTime(), edits });
  await say(100, phone, 0, [edit({ slot: 1, sequence: 1, choice: "right", made: 99 })]);
  await say(200, phone, 100, [edit({ slot: 2, sequence: 2, choice: "wrong", made: 199 })]);
  const asked = await say(201, desk, 150, []);
  expect(asked).toMatchObject({ edits: [], refused: [], now: after(201).getTime() });
  expect(asked.answers).toEqual([{ slot: 2, sequence: 2, device: phone, value: { choice: "wrong" } }]);
  expect((await say(202, phone, 0, [])).answers).toEqual([]);
  const beaten = await say(900, desk, 800, [edit({ slot: 2, sequence: 1, choice: "right", made: 899 })]);
  expect(beaten.answers).toEqual(asked.answers);
});

test("the longest essay is saved; what the database cannot write down is refused and costs no other answer", async () => {
  const { attemptId, at } = await sit({}, 0, [
    { type: "essay", body: { stem: { ar: "اكتبي", en: "Write" }, rubric: [] } },
  ]);
  const long = "\n".repeat(200_000);
  const texts = [long, `${long}a`, "a\0b", "half \ud83d", "\\u0000 and \u{1f54c} are text"];
  const edits = texts.map((text, i) => ({ slot: 1, sequence: i + 1, value: { text }, madeAt: after(1).getTime() }));
  const saved = await saveAnswers(at(5), { attemptId, device: randomUUID(), edits });
  expect(saved.edits.map(({ sequence }) => sequence)).toEqual([1, 5]);
  expect(saved.refused.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  expect(await answersOf(attemptId)).toEqual([[1, { text: texts[4] }]]);
});

test("nobody saves into another learner's attempt", async () => {
  const { attemptId } = await sit();
  const other = contextOf(database.db, await createPerson(database.db));
  const edits = [edit({ slot: 1, sequence: 1, choice: "right", made: 1 })];
  const asked = saveAnswers({ ...other }, { attemptId, device: randomUUID(), edits });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});
