import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const READY_WITHIN_MS = 180_000;

/** A folder that PostgreSQL may enter, also when it runs as another user. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "maqdis-durability-"));
  chmodSync(folder, 0o755);
  return folder;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address !== "object") throw new Error("There is no free port");
  return address.port;
}

/** What postmaster.pid says of the PostgreSQL that the academy keeps in its data folder. */
export function readPostmaster(dataFolder: string): { pid: number; url: string } {
  const lines = readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n");
  return { pid: Number(lines[0]), url: `postgresql://postgres@127.0.0.1:${Number(lines[3])}/postgres` };
}

export const isReady = async (origin: string) => (await fetch(`${origin}/health`).catch(() => undefined))?.ok === true;

export async function waitUntil(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const begun = Date.now();
  while (!(await holds())) {
    if (Date.now() - begun > withinMs) throw new Error(`It did not come to be within ${withinMs} ms`);
    await sleep(100);
  }
}

export type AcademyProcess = { origin: string; child: ChildProcess; ended: Promise<number | null> };

type Started = { DATA_DIR: string; DATABASE_URL?: string } & Record<string, string>;

async function start(program: string, { env, port }: { env: Started; port: string }): Promise<AcademyProcess> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: "production", SAMPLE_ACADEMY: "false", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const origin = `http://127.0.0.1:${port}`;
  await waitUntil(async () => {
    if (child.exitCode !== null) throw new Error(`The academy ended with ${child.exitCode}`);
    return isReady(origin);
  }, READY_WITHIN_MS);
  return { origin, child, ended };
}

/** Starts the built academy as `npm start` does, without the sample academy, and waits until it is ready. */
export const startAcademy = (env: Started & { PORT: string }) => start("bin/start.ts", { env, port: env.PORT });

/** The same of a process that takes jobs alone, as `npm run worker` does; its origin answers of its health alone. */
export const startWorker = (env: Started & { WORKER_PORT: string }) =>
  start("bin/worker.ts", { env, port: env.WORKER_PORT });
