import type { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { readSessionToken } from "#app/platform/session/session-cookie.server.ts";
import {
  answerRequest,
  beatRequest,
  beginRequest,
  completionRequest,
  pageFormRequest,
} from "#tests/factories/player-request.ts";
import type { LoadRequest } from "./load.ts";
import { findQuestions, type Quiz } from "./seed-quizzes.ts";
import { type Answered, send } from "./send.ts";
import { BROWSER, cookieOf } from "./steps.ts";

/** Who comes this evening, and what she has before her. */
export type Visitor = {
  n: number;
  email: string;
  course: string;
  lesson: string;
  enrolmentId: string;
  /** Lessons she has not finished. */
  undone: string[];
  /** Of a lecture that she watches. */
  sitting: string;
};

export type Evening = {
  origin: string;
  agent: Agent;
  connections: pg.Pool;
  password: string;
  quiz: Quiz;
  /** When it is over, as `performance.now()` counts. */
  until: number;
  /** Told of each request: what it was, how long it took in milliseconds, and whether it was answered well. */
  note: (step: string, ms: number, well: boolean) => void;
  acknowledged: { attemptId: string; slot: number; sequence: number }[];
};

const READING_MS = 20_000;
const LOOKING_MS = 6_000;
const BEAT_MS = 15_000;
const BEATS = 12;
const ANSWER_MS = 10_000;
const ANSWERS = 12;

const begunSchema = z.object({ attempt: z.string() });

/** Each behind an address of her own, as behind a balancer. */
const addressOf = (n: number) => `10.${Math.floor(n / 62_500) % 250}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;

/** Somewhere between half of the time and half more, so that a crowd does not keep step. */
const about = (ms: number) => sleep(ms * (0.5 + Math.random()));

/** One learner's evening, from the home page to the quiz and again, until the evening is over. */
export async function spendEvening(visitor: Visitor, evening: Evening): Promise<void> {
  const { origin, agent, note, until } = evening;
  const over = () => performance.now() >= until;
  const ask = async (step: string, { headers, ...asked }: LoadRequest): Promise<Answered | undefined> => {
    const begun = performance.now();
    const answered = await send(origin, {
      ...asked,
      agent,
      headers: { ...headers, "x-forwarded-for": addressOf(visitor.n) },
    });
    const status = answered?.status ?? 0;
    note(step, performance.now() - begun, status >= 200 && status < 400);
    return answered;
  };
  const page = (step: string, path: string, token?: string) =>
    ask(step, { method: "GET", path, headers: token ? { ...BROWSER, cookie: cookieOf(token) } : BROWSER });

  await page("home, guest", "/ar");
  await about(LOOKING_MS);
  await page("catalogue, guest", "/ar/courses");
  await about(LOOKING_MS);
  const token = await signIn(visitor, { ...evening, ask, page });
  if (!token) return;
  const signedIn = { ...evening, ask, page, over, token };
  await page("my learning", "/ar/learn", token);
  await about(LOOKING_MS);
  for (let round = 0; !over(); round += 1) {
    await page("course, signed in", `/ar/learn/${visitor.course}`, token);
    await about(LOOKING_MS);
    await readLesson(visitor, { ...signedIn, round });
    await watchLecture(visitor, { ...signedIn, round });
    // A second attempt may be had, and no third.
    if (round < 2) await sitQuiz(signedIn);
    else await about(READING_MS);
  }
}

type Asking = Evening & {
  ask: (step: string, asked: LoadRequest) => Promise<Answered | undefined>;
  page: (step: string, path: string, token?: string) => Promise<Answered | undefined>;
};
type SignedIn = Asking & { token: string; over: () => boolean };

async function signIn({ email }: Visitor, { origin, password, ask, page }: Asking): Promise<string | undefined> {
  await page("sign-in page, guest", "/ar/sign-in");
  await about(LOOKING_MS);
  const { cookie: _, ...headers } = pageFormRequest({ origin, token: "", path: "", fields: {} }).headers;
  const body = new URLSearchParams({ email, password }).toString();
  const answered = await ask("signing in", { method: "POST", path: "/ar/sign-in.data", headers, body });
  const cookies = (answered?.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
  return readSessionToken(cookies) ?? undefined;
}

async function readLesson(
  { course, lesson, enrolmentId, undone }: Visitor,
  { origin, token, round, ask, page }: SignedIn & { round: number },
): Promise<void> {
  await page("lesson, signed in", `/ar/learn/${course}/${lesson}`, token);
  await about(READING_MS);
  const lessonId = undone[round];
  if (lessonId) await ask("completing a lesson", completionRequest({ origin, token, enrolmentId, lessonId }));
}

async function watchLecture(
  { sitting }: Visitor,
  { origin, token, round, over, ask }: SignedIn & { round: number },
): Promise<void> {
  for (let beat = 0; beat < BEATS && !over(); beat += 1) {
    await sleep(BEAT_MS);
    await ask("lecture beat", beatRequest({ origin, token, sitting, count: round * BEATS + beat }));
  }
}

async function sitQuiz(signedIn: SignedIn): Promise<void> {
  const { origin, token, connections, quiz, acknowledged, over, ask, page } = signedIn;
  await page("quiz rules", `/ar${quiz.path}`, token);
  await about(LOOKING_MS);
  const begun = await ask("beginning a quiz", beginRequest({ origin, token, path: quiz.path }));
  if (begun?.status !== 200) return;
  const { attempt: attemptId } = begunSchema.parse(JSON.parse(begun.text));
  const questions = await findQuestions(connections, attemptId);
  for (let count = 0; count < ANSWERS && !over(); count += 1) {
    await about(ANSWER_MS);
    const question = questions[count % questions.length];
    if (!question) return;
    const value = { choice: question.choices[count % question.choices.length] };
    const edit = { origin, token, attemptId, device: attemptId, slot: question.slot, count, value };
    const { sequence, ...asked } = answerRequest(edit);
    const saved = await ask("saving an answer", asked);
    if (saved?.status === 200) acknowledged.push({ attemptId, slot: question.slot, sequence });
  }
  const path = `/ar${quiz.path}/attempts/${attemptId}`;
  await ask("submitting an attempt", pageFormRequest({ origin, token, path, fields: { intent: "submit" } }));
}
