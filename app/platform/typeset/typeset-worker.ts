// Runs by itself, in a thread of its own: see typeset-apart.server.ts.
import { parentPort } from "node:worker_threads";
import { type TypesetOrder, typeset } from "./typeset.ts";

parentPort?.on("message", (order: TypesetOrder) => {
  try {
    // A copy in memory of its own, which can be handed over without another one.
    const bytes = Uint8Array.from(typeset(order));
    parentPort?.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
