import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type AnswerEdit, keyOf } from "#app/features/quiz/components/sitting/answer-edit.ts";
import { changeKept, findKept, type Owner } from "#app/features/quiz/components/sitting/answer-store.ts";
import { type Answers, openAnswers } from "#app/features/quiz/components/sitting/open-answers.ts";
import { type SendAnswers, sendAnswers } from "#app/features/quiz/components/sitting/send-answers.ts";
import { serverTime } from "#app/features/quiz/components/sitting/server-clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { formRequest } from "#tests/factories/player-request.ts";
import { CHOICES, type Quiz, type Student, TEXT_SLOT, WORD } from "./quiz-scene.ts";

export type Acknowledged = AnswerEdit & { attemptId: string };
export type Script = { slot: number; value: unknown; pause: number }[];

/** How ill it goes: tabs are killed, a second one is opened, a phone joins in. All from 0 to 1. */
export type Ills = { killed: number; secondTab: number; phone: number };

export type Sitting = {
  db: Db;
  quiz: Quiz;
  student: Student;
  script: Script;
  /** Where the academy is reached. */
  origin: () => string;
  random: () => number;
  ills: Ills;
  handsIn: boolean;
  /** Waits until what was sent of an attempt has arrived, or never will. */
  arrived: (attemptId: string) => Promise<void>;
  acknowledged: Acknowledged[];
};

const choices = ["right", "wrong", "other"];

/** What a student answers, in what order, thinking how long; the same for the same `random`. */
export function writeScript(random: () => number): Script {
  const pick = () => choices[Math.floor(random() * choices.length)] ?? "";
  const clicks = Array.from({ length: 6 + Math.floor(random() * 5) }, () => {
    return { slot: 1 + Math.floor(random() * CHOICES), value: { choice: pick() }, pause: random() * 60 };
  });
  const word = random() < 0.7 ? WORD : "قبة الصخرة";
  const letters = [...word].map((_, index) => {
    return { slot: TEXT_SLOT, value: { text: word.slice(0, index + 1) }, pause: random() * 15 };
  });
  const middle = Math.floor(clicks.length / 2);
  return [...clicks.slice(0, middle), ...letters, ...clicks.slice(middle)];
}

/** Posts a form until the academy has answered it; where it then sends her. */
async function post({ student, origin }: Sitting, path: string, fields: Record<string, string>): Promise<string> {
  for (;;) {
    const { path: to, ...request } = formRequest({ origin: origin(), token: student.token, path, fields });
    const answer = await fetch(`${origin()}${to}`, { ...request, redirect: "manual" }).catch(() => undefined);
    await answer?.text().catch(() => undefined);
    const location = answer?.headers.get("Location");
    if (answer?.status === 302 && location) return location;
    if (answer && answer.status < 500) throw new Error(`${path} answered ${answer.status}`);
    await sleep(100);
  }
}

type Tab = Answers & { kill: () => Promise<void> };

const readSaved = ({ db }: Sitting, attemptId: string) =>
  db.answer.findMany({ where: { attemptId }, select: { slot: true, sequence: true, device: true, value: true } });

/** The page of the attempt as it loads, with the code that browsers run. */
async function openTab(sitting: Sitting, owner: Owner): Promise<Tab> {
  let isAlive = true;
  const send: SendAnswers = async (whose, batch) => {
    // A page that is gone sends nothing any more, and hears no answer.
    if (!isAlive) return { result: "refused", status: 404 };
    const sent = await sendAnswers(whose, batch);
    if (!isAlive) return { result: "refused", status: 404 };
    if (sent.result === "taken") note(sitting, whose, batch, sent.answer.edits);
    return sent;
  };
  const tab = openAnswers({
    ...{ owner, answers: await readSaved(sitting, owner.attemptId), madeAt: Date.now(), deadlineAt: null, send },
    now: () => serverTime() ?? Date.now(),
  });
  await tab.start();
  const kill = async () => {
    const kept = await findKept(owner);
    isAlive = false;
    tab.close();
    await sleep(5);
    // Nothing is on the device but what was there when the tab was killed.
    const after = await findKept(owner);
    await changeKept(owner, { keep: kept, drop: after.map(keyOf) });
  };
  return { ...tab, kill };
}

function note(
  { acknowledged }: Sitting,
  { attemptId }: Owner,
  batch: Parameters<SendAnswers>[1],
  edits: { slot: number; sequence: number; late: boolean }[],
): void {
  const counted = new Set(edits.flatMap(({ slot, sequence, late }) => (late ? [] : `${slot}/${sequence}`)));
  for (const edit of batch.edits)
    if (counted.has(`${edit.slot}/${edit.sequence}`)) acknowledged.push({ ...edit, device: batch.device, attemptId });
}

/** Another device, which knows little of what this one did; it sends until it is heard, as every device does. */
async function answerByPhone(sitting: Sitting, owner: Owner, slot: number): Promise<void> {
  const value = slot === TEXT_SLOT ? { text: "phone" } : { choice: "other" };
  const sequence = 1 + Math.floor(sitting.random() * 12);
  const batch = { device: randomUUID(), edits: [{ slot, sequence, value, madeAt: Date.now(), device: "" }] };
  for (;;) {
    const sent = await sendAnswers(owner, { ...batch, since: Date.now() });
    if (sent.result === "taken") return note(sitting, owner, { ...batch, since: 0 }, sent.answer.edits);
    await sleep(100);
  }
}

/** Follows the script; returns the tab in which it ended. */
async function follow(sitting: Sitting, owner: Owner): Promise<Tab> {
  const { script, random, ills } = sitting;
  let tab = await openTab(sitting, owner);
  for (const { slot, value, pause } of script) {
    tab.edit(slot, value);
    await sleep(pause);
    if (random() < ills.phone) await answerByPhone(sitting, owner, slot);
    if (random() < ills.secondTab) {
      const other = await openTab(sitting, owner);
      other.edit(slot, value);
      await other.kill();
    }
    if (random() >= ills.killed) continue;
    if (random() < 0.5) tab.leave();
    await tab.kill();
    tab = await openTab(sitting, owner);
  }
  return tab;
}

/** She looks whether all stands as she means it, and waits for the mark that it is saved. */
async function makeSure(sitting: Sitting, owner: Owner, tab: Tab): Promise<void> {
  const meant = new Map(sitting.script.map(({ slot, value }) => [slot, value]));
  for (;;) {
    const isSaved = await tab.flush();
    if (isSaved) tab.learn(await readSaved(sitting, owner.attemptId));
    const shown = tab.view().answers;
    const wrong = [...meant].filter(
      ([slot, value]) => JSON.stringify(shown.get(slot)?.value) !== JSON.stringify(value),
    );
    if (isSaved && wrong.length === 0) return;
    for (const [slot, value] of wrong) tab.edit(slot, value);
    if (!isSaved) await sleep(100);
  }
}

/** One attempt from its beginning to where she hands it in, or walks away. */
export async function sitAttempt(sitting: Sitting): Promise<void> {
  const { quiz, student, handsIn } = sitting;
  const address = await post(sitting, quiz.path, { intent: "begin" });
  const attemptId = address.split("/").at(-1) ?? "";
  const owner = { personId: student.personId, attemptId };
  const tab = await follow(sitting, owner);
  await makeSure(sitting, owner, tab);
  // What pages sent that are gone counts when it comes: she looks again once nothing of theirs can.
  await sitting.arrived(attemptId);
  await makeSure(sitting, owner, tab);
  await tab.kill();
  if (handsIn) await post(sitting, `${quiz.path}/attempts/${attemptId}`, { intent: "submit" });
}
