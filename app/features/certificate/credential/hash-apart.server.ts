import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { JsonObject } from "../verification/proof-hash.ts";
import type { HashAnswer, HashRequest } from "./canonical-worker.ts";

/** Read from its source, since a bundle has no file of its own for it. */
const WORKER = resolve("app/features/certificate/credential/canonical-worker.ts");

/** A batch uses the thread again and again; after that its 30 MB are given back. */
const IDLE_MS = 60_000;

type Waiting = { resolve: (hash: Uint8Array) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

let thread: Thread | undefined;
let lastId = 0;

/** The 64 bytes that a proof of the document signs, made in another thread. Throws for a document with unknown terms. */
export async function hashApart(input: { document: JsonObject; proof: JsonObject }): Promise<Uint8Array> {
  thread ??= startThread();
  const { worker, waiting, idle } = thread;
  clearTimeout(idle);
  lastId += 1;
  const id = lastId;
  worker.ref();
  return new Promise<Uint8Array>((done, fail) => {
    waiting.set(id, { resolve: done, reject: fail });
    worker.postMessage({ id, ...input } satisfies HashRequest);
  });
}

function startThread(): Thread {
  // Most of the work makes short-lived objects: a young generation that holds them spares half the time.
  const resourceLimits = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 256 };
  const started: Thread = {
    worker: new Worker(WORKER, { execArgv: [], resourceLimits }),
    waiting: new Map(),
    idle: undefined,
  };
  started.worker.on("message", (answer: HashAnswer) => settle(started, answer));
  const end = (error: Error) => {
    if (thread === started) thread = undefined;
    for (const { reject } of started.waiting.values()) reject(error);
    started.waiting.clear();
  };
  started.worker.once("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
  started.worker.once("exit", () => end(new Error("The thread that makes canonical texts ended")));
  return started;
}

function settle(from: Thread, { id, hash, fault }: HashAnswer): void {
  const asked = from.waiting.get(id);
  from.waiting.delete(id);
  if (hash) asked?.resolve(hash);
  else asked?.reject(new Error(fault));
  if (from.waiting.size > 0) return;
  from.worker.unref();
  from.idle = setTimeout(() => {
    if (thread === from) thread = undefined;
    void from.worker.terminate();
  }, IDLE_MS).unref();
}
