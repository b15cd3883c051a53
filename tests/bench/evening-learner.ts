import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { readSessionToken } from "#app/platform/session/session-cookie.server.ts";
import {
  answerRequest,
  beatRequest,
  beginRequest,
  completionRequest,
  formRequest,
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
  connections: pg.Pool;
  password: string;
  quiz: Quiz;
  /** When it is over, as `performance.now()` counts. */
  until: number;
  /** Told of each request: what it was, how long it took in milliseconds, and with what status it was answered ill. */
  note: (step: string, ms: number, wrong: number | undefined) => void;
  acknowledged: { attemptId: string; slot: number; sequence: number }[];
};

const READING_MS = 20_000;
const LOOKING_MS = 6_000;
const BEAT_MS = 15_000;
const BEATS = 12;
const ANSWER_MS = 10_000;
/** From so few to as many more answers a learner gives before she submits. */
const ANSWERS = { least: 4, more: 9 };
/** An attempt that is submitted leads on by the client router. */
const LEADS_ON = 202;

const begunSchema = z.object({ attempt: z.string() });

/** Each behind an address of her own, as behind a balancer. */
const addressOf = (n: number) => `10.${Math.floor(n / 62_500) % 250}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;

/** What she asks is answered undefined once the evening is over, without being sent. */
function asking({ n }: Visitor, { origin, note, until }: Evening, agent: Agent) {
  const left = () => until - performance.now();
  const ask = async (step: string, { headers, ...asked }: LoadRequest, well = 200): Promise<Answered | undefined> => {
    if (left() <= 0) return undefined;
    const begun = performance.now();
    const answered = await send(origin, { ...asked, agent, headers: { ...headers, "x-forwarded-for": addressOf(n) } });
    const status = answered?.status ?? 0;
    note(step, performance.now() - begun, status === well ? undefined : status);
    return answered;
  };
  const wait = (ms: number) => sleep(Math.max(0, Math.min(ms, left())));
  return {
    ask,
    wait,
    over: () => left() <= 0,
    page: (step: string, path: string, token?: string) =>
      ask(step, { method: "GET", path, headers: token ? { ...BROWSER, cookie: cookieOf(token) } : BROWSER }),
    /** Somewhere between half of the time and half more, so that a crowd does not keep step. */
    about: (ms: number) => wait(ms * (0.5 + Math.random())),
  };
}

type Asking = Evening & ReturnType<typeof asking>;
type SignedIn = Asking & { token: string; round: number };

/** One learner's evening, from the home page to lessons, lectures and quizzes in turn, until the evening is over. */
export async function spendEvening(visitor: Visitor, evening: Evening): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const her: Asking = { ...evening, ...asking(visitor, evening, agent) };
  await her.page("home, guest", "/ar");
  await her.about(LOOKING_MS);
  await her.page("catalogue, guest", "/ar/courses");
  await her.about(LOOKING_MS);
  const token = await signIn(visitor, her);
  if (token) await study(visitor, { ...her, token });
  agent.destroy();
}

/** A third of the learners come to read, a third to watch, and a third to the quiz; then each goes on to the next. */
async function study(visitor: Visitor, her: Omit<SignedIn, "round">): Promise<void> {
  await her.page("my learning", "/ar/learn", her.token);
  await her.about(LOOKING_MS);
  const acts = [readLesson, watchLecture, sitQuiz];
  for (let done = visitor.n; !her.over(); done += 1) {
    await her.page("course, signed in", `/ar/courses/${visitor.course}`, her.token);
    await her.about(LOOKING_MS);
    await acts[done % acts.length]?.(visitor, { ...her, round: Math.floor((done - visitor.n) / acts.length) });
  }
}

async function signIn({ email }: Visitor, { origin, password, about, ask, page }: Asking): Promise<string | undefined> {
  await page("sign-in page, guest", "/ar/sign-in");
  await about(LOOKING_MS);
  const fields = { email, password, next: "" };
  const { headers, ...form } = formRequest({ origin, token: "", path: "/ar/sign-in", fields });
  const { cookie: _, ...without } = headers;
  const answered = await ask("signing in", { ...form, headers: { ...BROWSER, ...without } }, 302);
  const cookies = (answered?.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
  return readSessionToken(cookies) ?? undefined;
}

async function readLesson({ course, lesson, enrolmentId, undone }: Visitor, her: SignedIn): Promise<void> {
  const { origin, token, round, about, ask, page } = her;
  await page("lesson, signed in", `/ar/learn/${course}/${lesson}`, token);
  await about(READING_MS);
  const lessonId = undone[round];
  if (lessonId) await ask("completing a lesson", completionRequest({ origin, token, enrolmentId, lessonId }));
}

async function watchLecture({ sitting }: Visitor, { origin, token, round, over, ask, wait }: SignedIn): Promise<void> {
  for (let beat = 0; beat < BEATS && !over(); beat += 1) {
    await wait(BEAT_MS);
    await ask("lecture beat", beatRequest({ origin, token, sitting, count: round * BEATS + beat }));
  }
}

async function sitQuiz({ n }: Visitor, her: SignedIn): Promise<void> {
  const { origin, token, round, quiz, about, ask, page } = her;
  // A second attempt may be had, and no third.
  if (round > 1) return about(READING_MS);
  await page("quiz rules", `/ar${quiz.path}`, token);
  await about(LOOKING_MS);
  const begun = await ask("beginning a quiz", beginRequest({ origin, token, path: quiz.path }));
  if (begun?.status !== 200) return;
  const { attempt: attemptId } = begunSchema.parse(JSON.parse(begun.text));
  await answerQuestions(attemptId, ANSWERS.least + (n % ANSWERS.more), her);
  const path = `/ar${quiz.path}/attempts/${attemptId}`;
  const submitted = pageFormRequest({ origin, token, path, fields: { intent: "submit" } });
  await ask("submitting an attempt", submitted, LEADS_ON);
}

async function answerQuestions(attemptId: string, answers: number, her: SignedIn): Promise<void> {
  const { origin, token, connections, acknowledged, over, about, ask } = her;
  const questions = await findQuestions(connections, attemptId);
  for (let count = 0; count < answers && !over(); count += 1) {
    await about(ANSWER_MS);
    const question = questions[count % questions.length];
    if (!question) return;
    const value = { choice: question.choices[count % question.choices.length] };
    const edit = { origin, token, attemptId, device: attemptId, slot: question.slot, count, value };
    const { sequence, ...asked } = answerRequest(edit);
    const saved = await ask("saving an answer", asked);
    if (saved?.status === 200) acknowledged.push({ attemptId, slot: question.slot, sequence });
  }
}
