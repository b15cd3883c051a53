import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { env } from "#app/platform/env/env.server.ts";

/** Where ffmpeg is: FFMPEG_PATH, or the first of that name on PATH; undefined where there is none that may be run. */
export async function findFfmpeg(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = env.FFMPEG_PATH ? [env.FFMPEG_PATH] : folders.map((folder) => join(folder, "ffmpeg"));
  for (const path of candidates) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}
