import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const READY_WITHIN_MS = 180_000;

/** A port that nobody listens on now: several checkouts may be tested on one machine at once. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}

async function isReady(origin: string): Promise<boolean> {
  const health = await fetch(`${origin}/health`).catch(() => undefined);
  return health?.ok === true;
}

async function start(origin: string, settings: Record<string, string>) {
  const academy = spawn(process.execPath, ["bin/start.ts"], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  academy.stdout?.on("data", (chunk) => {
    printed += String(chunk);
  });
  const begun = Date.now();
  while (!printed.includes(origin) || !(await isReady(origin))) {
    if (academy.exitCode !== null) throw new Error(`The academy ended with ${academy.exitCode}:\n${printed}`);
    if (Date.now() - begun > READY_WITHIN_MS) throw new Error(`The academy did not open:\n${printed}`);
    await sleep(300);
  }
  return { academy, printed };
}

async function stop(academy: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => academy.once("exit", resolve));
  academy.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/**
 * Starts the product as `npm start` does, with a data folder of its own, and waits until it answers. Tells the process
 * that runs the tests of it: ACADEMY_ORIGIN, where it answers, ACADEMY_PRINTED, what it printed at its start, and
 * ACADEMY_FOLDER, where its data lie. Each journey comes from an address of its own, so that no other one uses up its
 * tries.
 */
export async function openAcademy({
  port,
  name,
  settings,
}: {
  port: number;
  /** Of its folder. */
  name: string;
  settings: Record<string, string>;
}): Promise<{ origin: string; close: () => Promise<void> }> {
  const origin = `http://localhost:${port}`;
  const folder = join(tmpdir(), `maqdis-${name}-${process.pid}`);
  const usual = { NODE_ENV: "production", LOG_LEVEL: "warn", TRUST_PROXY: "1" };
  const { academy, printed } = await start(origin, { ...usual, ...settings, PORT: String(port), DATA_DIR: folder });
  process.env.ACADEMY_ORIGIN = origin;
  process.env.ACADEMY_PRINTED = printed;
  process.env.ACADEMY_FOLDER = folder;
  return { origin, close: () => stop(academy, folder) };
}
