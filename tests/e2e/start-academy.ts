import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PORT = 4310;
/** Where the academy under test answers. */
export const ORIGIN = `http://localhost:${PORT}`;
const READY_WITHIN_MS = 180_000;

async function isReady(): Promise<boolean> {
  const health = await fetch(`${ORIGIN}/health`).catch(() => undefined);
  return health?.ok === true;
}

/** Starts the product as `npm start` does, with a data folder of its own, and stops it when the run is over. */
export default async function startAcademy() {
  const folder = join(tmpdir(), `maqdis-e2e-${process.pid}`);
  const env = { ...process.env, NODE_ENV: "production", PORT: String(PORT), DATA_DIR: folder, LOG_LEVEL: "warn" };
  const academy: ChildProcess = spawn(process.execPath, ["bin/start.ts"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  academy.stdout?.on("data", (chunk) => {
    printed += String(chunk);
  });
  const begun = Date.now();
  while (!(await isReady())) {
    if (academy.exitCode !== null) throw new Error(`The academy ended with ${academy.exitCode}:\n${printed}`);
    if (Date.now() - begun > READY_WITHIN_MS) throw new Error(`The academy did not open:\n${printed}`);
    await sleep(300);
  }
  process.env.ACADEMY_PRINTED = printed;
  return async () => {
    const ended = new Promise((resolve) => academy.once("exit", resolve));
    academy.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
