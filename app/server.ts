import { findDetour } from "#app/features/account/find-detour.server.ts";
import { ensureIssuerKey } from "#app/features/certificate/credential/issuer-keys.server.ts";
import { presentIssuer } from "#app/features/certificate/credential/present-issuer.server.ts";
import { finishOverdueJob } from "#app/features/certificate/issuing/issuing-jobs.ts";
import { tellOfPlacesJob } from "#app/features/enrolment/tell-of-places.server.ts";
import { reconcileJob, tendOrdersJob } from "#app/features/payment/orders/order-jobs.ts";
import { findAgreementDetour } from "#app/features/policy/find-detour.server.ts";
import { retentionJob } from "#app/features/privacy/retention/retention-job.ts";
import { closeOverdueJob } from "#app/features/quiz/close-attempt-job.ts";
import { tellOfClosingsJob } from "#app/features/quiz/notices/tell-of-closings.server.ts";
import { backUpJob } from "#app/platform/backup/back-up-nightly.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { database, openConnections } from "#app/platform/db/client.server.ts";
import { startListening } from "#app/platform/db/listen.server.ts";
import { watchReplica } from "#app/platform/db/replica.server.ts";
import { directDatabaseUrl, env } from "#app/platform/env/env.server.ts";
import { createApp } from "#app/platform/http/create-app.server.ts";
import { listen } from "#app/platform/http/graceful-server.server.ts";
import { openWorkerPort } from "#app/platform/http/worker-port.server.ts";
import { giveSchemasMessageKeys } from "#app/platform/i18n/form-messages.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { runJobs } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { startTracing } from "#app/platform/trace/start-tracing.server.ts";
import { directActions } from "./direct-actions.ts";
import { jobHandlers } from "./job-handlers.server.ts";

giveSchemasMessageKeys();

/** The HTTP application; `clientFolder` is where the built browser files are, and absent in development. */
export function createAcademy({ clientFolder }: { clientFolder: string | undefined }) {
  return createApp({
    build: () => import("virtual:react-router/server-build"),
    directActions,
    findDetour: async (request) => {
      const { db } = database();
      return (await findDetour({ db, ...request })) ?? findAgreementDetour({ db, ...request });
    },
    clientFolder,
  });
}

/** Four jobs at once, the connection that hears of new ones, and one to spare. */
const JOB_CONNECTIONS = 6;

/** Jobs hold locks and hear of each other for longer than a transaction: past a pooler they need connections of their own. */
function openJobConnections() {
  if (!env.DATABASE_DIRECT_URL) return { connections: database().connections, close: async () => undefined };
  const connections = openConnections({ url: env.DATABASE_DIRECT_URL, max: JOB_CONNECTIONS });
  return { connections, close: () => connections.end() };
}

/** Takes jobs in this process until stopped. */
async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const { db } = database();
  const { connections, close } = openJobConnections();
  // What the process before this one was doing when it was killed is not left for the next full minute.
  await addJob(db, closeOverdueJob, {}, { key: closeOverdueJob.name });
  const everyMinute = [closeOverdueJob.name, finishOverdueJob.name, tendOrdersJob.name];
  const everyHour = [tellOfPlacesJob.name, tellOfClosingsJob.name];
  const everyNight = [retentionJob.name, reconcileJob.name, backUpJob.name];
  const context = { db, clock: systemClock, log };
  const running = await runJobs({ handlers: jobHandlers, everyMinute, everyHour, everyNight, connections, context });
  return { stop: () => running.stop().finally(close) };
}

/** A process that takes jobs and serves no pages; it hears of changes as those that serve do. */
export async function startWorkerAlone(): Promise<{ stop: () => Promise<void> }> {
  const tracing = await startTracing();
  const stopListening = await startListening(directDatabaseUrl());
  const worker = await startWorker();
  const { WORKER_PORT: port, HOST: host } = env;
  const asked = port === undefined ? undefined : await openWorkerPort({ port, host });
  return {
    stop: async () => {
      await asked?.stop();
      await worker.stop();
      await stopListening();
      await database().close();
      await tracing.stop();
    },
  };
}

function watchConfiguredReplica() {
  const { DATABASE_REPLICA_URL: url, DATABASE_REPLICA_LAG: seconds } = env;
  return url ? watchReplica({ url, primary: database().connections, maxLagMs: seconds * 1_000 }) : undefined;
}

/** What stands behind the pages: hearing of changes, and jobs unless a worker runs alone. */
export async function startServices(): Promise<{ stop: () => Promise<void> }> {
  const tracing = await startTracing();
  const stopListening = await startListening(directDatabaseUrl());
  const { db } = database();
  await ensureIssuerKey({ db }, { did: presentIssuer.did, now: systemClock.now() }).catch((error: unknown) =>
    log.error({ err: error }, "There is no key to sign certificates with; lessons go on without"),
  );
  const worker = env.WORKER === "inside" ? await startWorker() : undefined;
  const replica = watchConfiguredReplica();
  return {
    stop: async () => {
      await worker?.stop();
      await replica?.stop();
      await stopListening();
      await database().close();
      await tracing.stop();
    },
  };
}

/** One process of the academy, serving. DATABASE_URL must be set. */
export async function startAcademy({ clientFolder }: { clientFolder: string }) {
  const services = await startServices();
  const { PORT: port, HOST: host, DRAIN_SECONDS: drainSeconds } = env;
  const server = await listen({ app: createAcademy({ clientFolder }), port, host, drainSeconds });
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      await services.stop();
    },
  };
}
