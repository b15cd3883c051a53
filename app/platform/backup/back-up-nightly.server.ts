import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { env } from "#app/platform/env/env.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";

/** Writes a backup into BACKUP_DIR, where that is set. */
export const backUpJob = { name: "back-up", payload: z.object({}).nullish(), maxAttempts: 3, priority: 10 };

const COMPLAINT = 1_000;

/** Does it in a process of its own, behind everything else on the machine, so that no page waits for it. */
export const backUpHandler: JobHandler = jobHandler(backUpJob, async ({ log, signal }) => {
  if (!env.BACKUP_DIR) return;
  const child = spawn(process.execPath, [resolve("bin/academy.ts"), "backup", "--keep", String(env.BACKUP_KEEP)], {
    stdio: ["ignore", "ignore", "pipe"],
    signal,
  });
  if (child.pid !== undefined) behindOthers(child.pid);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT);
  });
  const code = await new Promise<number | null>((end, fail) => {
    child.on("error", fail);
    child.on("close", end);
  });
  if (code !== 0) throw new Error(`The backup failed: ${complaint || `its process ended with ${code}`}`);
  log.info("A backup was written and verified");
});

function behindOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not let us: it runs as it is.
  }
}
