import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { TypesetOrder } from "./typeset.ts";

/** Read from its source, since a bundle has no file of its own for it. */
const WORKER = resolve("app/platform/typeset/typeset-worker.ts");

/** A page takes some tens of milliseconds; what takes this long hangs. */
const TIME_LIMIT_MS = 20_000;
/** Nobody waits longer than some seconds. */
const MOST_WAITING = 64;
/** Then a thread ends, and gives its memory back. */
const IDLE_MS = 60_000;
/** A second one halves what a thousand take; more would take the machine from those who learn meanwhile. */
const MOST_THREADS = Math.min(2, availableParallelism());
/** What Typst remembers grows a little with each document; a thread that has set so many makes room for a fresh one. */
const DOCUMENTS_A_THREAD = 100;

/** So many documents wait to be made that one more would wait too long. */
function documentBusy(): ExpectedError {
  return new ExpectedError({ code: "documentBusy", messageKey: "error:documentBusy.text", status: 503 });
}

type Answer = { bytes: Uint8Array<ArrayBuffer>; problem?: undefined } | { problem: string; bytes?: undefined };

type Thread = { worker: Worker; documents: number };

const resting: Thread[] = [];
/** Those who wait until a thread is free, the first first. */
const turns: (() => void)[] = [];
let busy = 0;
let idle: NodeJS.Timeout | undefined;

/**
 * Sets a document in type in a thread of its own; two may be set at a time. Throws `documentBusy` (503) where too many
 * wait already, and an error with Typst's own words where the document cannot be set.
 */
export async function typesetApart(order: TypesetOrder): Promise<Uint8Array<ArrayBuffer>> {
  if (turns.length >= MOST_WAITING) throw documentBusy();
  // Who is given a turn is counted as busy by the one who gives it, so that nobody slips in between.
  if (busy >= MOST_THREADS) await new Promise<void>((done) => turns.push(done));
  else busy += 1;
  try {
    return await typesetNow(order);
  } finally {
    const next = turns.shift();
    if (next) next();
    else busy -= 1;
  }
}

async function typesetNow(order: TypesetOrder): Promise<Uint8Array<ArrayBuffer>> {
  const thread = takeThread();
  const answer = await ask(thread.worker, order).catch(async (error: unknown) => {
    await thread.worker.terminate();
    throw error;
  });
  thread.documents += 1;
  if (thread.documents < DOCUMENTS_A_THREAD) rest(thread);
  else await thread.worker.terminate();
  if (answer.problem !== undefined) throw new Error(answer.problem);
  return answer.bytes;
}

function takeThread(): Thread {
  clearTimeout(idle);
  const thread = resting.pop() ?? openThread();
  thread.worker.ref();
  return thread;
}

function openThread(): Thread {
  const thread = { worker: new Worker(WORKER, { execArgv: [] }), documents: 0 };
  // Whoever waits for an answer listens for both as well; a thread that ends while nobody waits is only forgotten.
  thread.worker.on("error", () => undefined);
  thread.worker.once("exit", () => {
    const place = resting.indexOf(thread);
    if (place >= 0) resting.splice(place, 1);
  });
  return thread;
}

function rest(thread: Thread): void {
  thread.worker.unref();
  resting.push(thread);
  clearTimeout(idle);
  idle = setTimeout(closeResting, IDLE_MS).unref();
}

function closeResting(): void {
  for (const { worker } of resting.splice(0)) void worker.terminate();
}

function ask(thread: Worker, order: TypesetOrder): Promise<Answer> {
  const asked = new AbortController();
  const answer = new Promise<Answer>((done, fail) => {
    const tooLong = setTimeout(() => fail(new Error("Setting a document took too long")), TIME_LIMIT_MS);
    const ended = () => fail(new Error("The thread that sets documents ended without an answer"));
    thread.once("message", done).once("error", fail).once("exit", ended);
    asked.signal.addEventListener("abort", () => {
      clearTimeout(tooLong);
      thread.off("message", done).off("error", fail).off("exit", ended);
    });
    thread.postMessage(order);
  });
  return answer.finally(() => asked.abort());
}
