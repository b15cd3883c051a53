import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { keepEmbeddedPostgres } from "#app/platform/db/keep-postgres.server.ts";

/** As bin/prepare-database.ts gives the product, and the library that can tell how a query was carried out. */
const SETTINGS = ["max_connections=200", "shared_buffers=128MB", "shared_preload_libraries=auto_explain"];

/** A PostgreSQL of the bench's own, durable and kept running as the product's, in a folder that goes with it. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "maqdis-bench-"));
  // PostgreSQL may run as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const data = join(folder, "postgres");
  const postgres = await keepEmbeddedPostgres({ folder: data, settings: SETTINGS });
  return {
    url: postgres.url,
    folder,
    logFile: join(data, "server.log"),
    /** Another one after it was killed. */
    get pid() {
      return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    },
    /** What it holds stays in its folder. */
    end: postgres.stop,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const READY_WITHIN_MS = 60_000;

export type Academy = { origin: string; pid: number; metricsToken: string; stop: () => Promise<void> };

/** What `npm start` gives to Node. */
function startArguments(): string[] {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  return scripts.start.split(" ").slice(1);
}

/**
 * Starts the product as `npm start` does and waits until it is ready: on a given database, or on the PostgreSQL in its
 * folder, which it then keeps running itself.
 */
export async function startAcademy(options: {
  url?: string;
  folder: string;
  port: number;
  processes: number;
  nodeOptions?: string[];
}): Promise<Academy> {
  const metricsToken = randomBytes(16).toString("base64url");
  const env = {
    ...process.env,
    ...(options.url
      ? { DATABASE_URL: options.url, DATA_DIR: join(options.folder, "data") }
      : { DATABASE_URL: "", DATA_DIR: options.folder, SAMPLE_ACADEMY: "false" }),
    PORT: String(options.port),
    WEB_CONCURRENCY: String(options.processes),
    // Learners come from addresses of their own, as from behind a balancer.
    TRUST_PROXY: "1",
    METRICS_TOKEN: metricsToken,
  };
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), ...startArguments()], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const origin = `http://localhost:${options.port}`;
  const begun = Date.now();
  while (!(await fetch(`${origin}/health`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`The academy ended with ${child.exitCode}`);
    if (Date.now() - begun > READY_WITHIN_MS) throw new Error("The academy did not open");
    await sleep(200);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { origin, pid: child.pid ?? 0, metricsToken, stop };
}
