// A thread of its own, kept warm by hash-apart.server.ts: making canonical texts would stop the pages for milliseconds.
import { parentPort } from "node:worker_threads";
import type { JsonObject } from "../verification/proof-hash.ts";
import { proofHashInParts } from "./hash-in-parts.ts";

/** What is asked of the thread, and what it answers. */
export type HashRequest = { id: number; document: JsonObject; proof: JsonObject };
export type HashAnswer = { id: number; hash?: Uint8Array; fault?: string };

parentPort?.on("message", async ({ id, document, proof }: HashRequest) => {
  const answer = await proofHashInParts({ document, proof }).then(
    (hash): HashAnswer => ({ id, hash }),
    (error): HashAnswer => ({ id, fault: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(answer);
});
