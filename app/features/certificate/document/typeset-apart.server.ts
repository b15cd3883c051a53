import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { documentBusy } from "./document-errors.ts";
import type { TypesetOrder } from "./typeset.ts";

/** Read from its source, since a bundle has no file of its own for it. */
const WORKER = resolve("app/features/certificate/document/typeset-worker.ts");

/** A page takes some tens of milliseconds; what takes this long hangs. */
const TIME_LIMIT_MS = 20_000;
/** Nobody waits longer than some seconds. */
const MOST_WAITING = 64;
/** Then the thread ends, and gives its memory back. */
const IDLE_MS = 60_000;

type Answer = { bytes: Uint8Array<ArrayBuffer>; problem?: undefined } | { problem: string; bytes?: undefined };

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Sets a document in type in a thread of its own, one after the other. Throws `documentBusy` (503) where too many wait
 * already, and an error with Typst's own words where the document cannot be set.
 */
export async function typesetApart(order: TypesetOrder): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting >= MOST_WAITING) throw documentBusy();
  waiting += 1;
  const turn = last.then(() => typesetNow(order));
  last = turn
    .catch(() => undefined)
    .then(() => {
      waiting -= 1;
    });
  return turn;
}

function openWorker(): Worker {
  clearTimeout(idle);
  if (worker) {
    worker.ref();
    return worker;
  }
  const opened = new Worker(WORKER, { execArgv: [] });
  // Whoever waits for an answer listens for both as well; a thread that ends while nobody waits is only forgotten.
  opened.on("error", () => undefined);
  opened.once("exit", () => {
    if (worker === opened) worker = undefined;
  });
  worker = opened;
  return opened;
}

function rest(): void {
  worker?.unref();
  idle = setTimeout(() => void closeWorker(), IDLE_MS).unref();
}

async function closeWorker(): Promise<void> {
  const closing = worker;
  worker = undefined;
  await closing?.terminate();
}

async function typesetNow(order: TypesetOrder): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(openWorker(), order).catch(async (error: unknown) => {
    await closeWorker();
    throw error;
  });
  rest();
  if (answer.problem !== undefined) throw new Error(answer.problem);
  return answer.bytes;
}

function ask(thread: Worker, order: TypesetOrder): Promise<Answer> {
  const asked = new AbortController();
  const answer = new Promise<Answer>((done, fail) => {
    const tooLong = setTimeout(() => fail(new Error("Setting a certificate took too long")), TIME_LIMIT_MS);
    const ended = () => fail(new Error("The thread that sets certificates ended without an answer"));
    thread.once("message", done).once("error", fail).once("exit", ended);
    asked.signal.addEventListener("abort", () => {
      clearTimeout(tooLong);
      thread.off("message", done).off("error", fail).off("exit", ended);
    });
    thread.postMessage(order);
  });
  return answer.finally(() => asked.abort());
}
