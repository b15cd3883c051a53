// npm start: builds when needed, prepares the database, serves in production mode.

import { execFileSync } from "node:child_process";
import cluster from "node:cluster";
import { env } from "#app/platform/env/env.server.ts";
import { gatherForProcesses } from "#app/platform/metrics/gather-processes.server.ts";
import { announce } from "./announce.ts";
import { openSampleAcademy } from "./open-sample-academy.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { serve } from "./serve.ts";

/** No process may take longer to end, in milliseconds. */
const LAST_RESORT_MS = 9_500 + env.DRAIN_SECONDS * 1_000;

function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

async function serveInThisProcess() {
  const running = await serve();
  stopOnSignal(running.stop);
}

/** Keeps WEB_CONCURRENCY processes serving; one that dies is replaced. */
async function serveInSeveral(): Promise<() => Promise<void>> {
  let stopping = false;
  gatherForProcesses();
  for (let i = 0; i < env.WEB_CONCURRENCY; i += 1) cluster.fork();
  cluster.on("exit", () => {
    if (!stopping) setTimeout(() => stopping || cluster.fork(), 500);
  });
  await new Promise<void>((resolve) => cluster.once("listening", () => resolve()));
  return async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(
      workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve).process.kill("SIGTERM"))),
    );
  };
}

if (cluster.isWorker) {
  await serveInThisProcess();
} else {
  execFileSync(process.execPath, ["bin/build.ts", "--if-needed"], { stdio: "inherit" });
  const prepared = await prepareDatabase();
  const samples = prepared.embedded && env.SAMPLE_ACADEMY !== false ? await openSampleAcademy() : [];
  const running = env.WEB_CONCURRENCY > 1 ? { port: env.PORT, stop: await serveInSeveral() } : await serve();
  stopOnSignal(async () => {
    await running.stop();
    await prepared.stop();
  });
  announce({ address: env.PUBLIC_URL ?? `http://localhost:${running.port ?? env.PORT}`, samples });
}
