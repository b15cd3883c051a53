// A process of the academy without its pages: takes jobs, and does what it is told to, until it is killed; run by a test.
import { flushCompileCache } from "node:module";
import { orderHandlers } from "#app/features/payment/order-handlers.server.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { runJobs } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { askSchema, doAct, lateSchema } from "./order-acts.ts";

const [url = "", begin = "0"] = process.argv.slice(2);
let late = Number(begin);
const { db, connections } = openDatabase({ url, pool: 10 });
const clock = { now: () => new Date(Date.now() + late) };

// Who started it is gone, and nobody would end it.
process.on("disconnect", () => process.exit());

process.on("message", async (message) => {
  const later = lateSchema.safeParse(message);
  if (later.success) {
    late = later.data.late;
    return;
  }
  const { id, ...asked } = askSchema.parse(message);
  try {
    process.send?.({ id, answer: (await doAct({ db, now: clock.now() }, asked)) ?? null });
  } catch (error) {
    log.error({ err: error }, "What was asked failed");
    const refused = error instanceof ExpectedError ? error.code : undefined;
    process.send?.({ id, refused, fault: refused ? undefined : String(error instanceof Error ? error.stack : error) });
  }
});

// It is killed, and would leave to the next one nothing of what it compiled.
flushCompileCache();
await runJobs({ handlers: orderHandlers, connections, context: { db, clock, log } });
process.send?.({ id: 0, answer: "ready" });
