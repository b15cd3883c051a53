import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { env } from "#app/platform/env/env.server.ts";

const fixture = (name: string) => new URL(`../fixtures/video/${name}`, import.meta.url).pathname;

/** Answers each request of ours with a file that ffmpeg once made for it, to the place that is its last argument. */
const works = `#!/bin/sh
for to; do :; done
case "$*" in
  *-frames:v*) cp "${fixture("poster.jpg")}" "$to" ;;
  *-vn*) cp "${fixture("minute.m4a")}" "$to" ;;
  *) cp "${fixture("minute-fragments.mp4")}" "$to" ;;
esac
`;

const fails = `#!/bin/sh
echo "it cannot be decoded" >&2
exit 1
`;

/** The test file that calls this at its top level chooses how ffmpeg behaves; until it does there is none. */
export function openTestFfmpeg(): { be: (how: "working" | "failing" | "absent") => Promise<void> } {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "maqdis-ffmpeg-"));
    env.FFMPEG_PATH = join(folder, "absent");
  });
  afterAll(async () => {
    env.FFMPEG_PATH = undefined;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    be: async (how) => {
      const path = join(folder, how);
      if (how !== "absent") {
        await writeFile(path, how === "working" ? works : fails);
        await chmod(path, 0o755);
      }
      env.FFMPEG_PATH = path;
    },
  };
}
