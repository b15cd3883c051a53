import { spawn } from "node:child_process";
import { access, constants as modes } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { delimiter, join } from "node:path";
import { env } from "#app/platform/env/env.server.ts";

/** Where ffmpeg is: FFMPEG_PATH, or the first of that name on PATH; undefined where there is none that may be run. */
export async function findFfmpeg(): Promise<string | undefined> {
  const folders = env.PATH.split(delimiter).filter(Boolean);
  const candidates = env.FFMPEG_PATH ? [env.FFMPEG_PATH] : folders.map((folder) => join(folder, "ffmpeg"));
  for (const path of candidates) {
    const runs = await access(path, modes.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

/** How much of what ffmpeg complains of is kept, in characters. */
const COMPLAINT = 2_000;

/** What ffmpeg complains of: it ran, and can make nothing of the file. */
export class FfmpegRefused extends Error {}

/**
 * Runs ffmpeg, behind everything else that the machine does. Throws `FfmpegRefused` with its complaint where it fails,
 * and another error where it could not be run or was stopped.
 */
export async function runFfmpeg(path: string, args: string[], signal?: AbortSignal): Promise<void> {
  const child = spawn(path, args, { stdio: ["ignore", "ignore", "pipe"], signal });
  if (child.pid !== undefined) behindOthers(child.pid);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === null) throw new Error(`ffmpeg was stopped: ${complaint}`);
  if (code !== 0) throw new FfmpegRefused(`ffmpeg ended with ${code}: ${complaint}`);
}

function behindOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us: it runs as it is.
  }
}
