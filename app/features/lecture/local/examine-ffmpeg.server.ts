import type { Finding } from "#app/platform/doctor/finding.ts";
import { env } from "#app/platform/env/env.server.ts";
import { findFfmpeg } from "./ffmpeg.server.ts";

/** Whether the program is there that makes smaller forms of the videos that we keep ourselves. */
export async function examineFfmpeg(): Promise<Finding> {
  const part = "ffmpeg";
  const path = await findFfmpeg();
  if (path) return { part, state: "ok", says: path };
  const disables = "smaller forms of uploaded videos and their sound alone; they are served as they were uploaded";
  if (!env.FFMPEG_PATH) return { part, state: "missing", says: "there is none on PATH", disables };
  return { part, state: "broken", says: `FFMPEG_PATH names ${env.FFMPEG_PATH}, which cannot be run`, disables };
}
