// Takes a job in a process of its own and never comes back from it; whoever started it kills it then.

import { z } from "zod";
import { systemClock } from "#app/platform/clock/clock.ts";
import { openDatabase } from "#app/platform/db/client.server.ts";
import { jobHandler, runJobs } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";

const { db, connections } = openDatabase({ url: process.argv[2] ?? "" });
const stuck = jobHandler({ name: "stuck", payload: z.object({}) }, () => new Promise(() => undefined));
await runJobs({ handlers: [stuck], connections, context: { db, clock: systemClock, log } });
