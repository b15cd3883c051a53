import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { importRefused } from "../bank/import-errors.ts";
import type { ReadQuestions, Reason } from "../exchanged-question.ts";
import { type FileToRead, refusedWhole } from "./read-question-file.ts";

/** Read from its source, since a bundle has no file of its own for it. */
const WORKER = resolve("app/features/quiz/exchange/apart/question-file-worker.ts");

export type ReadLimits = { milliseconds: number; megabytes: number };

const usual: ReadLimits = { milliseconds: 60_000, megabytes: 384 };

/** One file at a time in each process: what reads it may take much memory. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const MOST_WAITING = 8;

/**
 * Reads a file of questions in a thread of its own. One that takes more time or memory than the limits is refused
 * whole, and harms nobody else. Never throws for what is in the file; throws `busy` where too many wait already.
 */
export async function readFileApart(file: FileToRead, limits: ReadLimits = usual): Promise<ReadQuestions> {
  if (waiting >= MOST_WAITING) throw importRefused("busy");
  waiting += 1;
  const turn = last.then(() => readNow(file, limits));
  last = turn
    .catch(() => undefined)
    .then(() => {
      waiting -= 1;
    });
  return turn;
}

async function readNow(file: FileToRead, { milliseconds, megabytes }: ReadLimits): Promise<ReadQuestions> {
  const worker = new Worker(WORKER, {
    workerData: file,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const refuse = (code: Reason["code"]) => refusedWhole(file.name, { code, values: {} });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadQuestions>((done, fail) => {
      timer = setTimeout(() => done(refuse("tooSlow")), milliseconds);
      worker.once("message", done);
      worker.once("error", (error) => (isOutOfMemory(error) ? done(refuse("tooMuchMemory")) : fail(error)));
      worker.once("exit", () => fail(new Error("The reader of questions ended without an answer")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
