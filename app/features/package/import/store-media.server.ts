import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import type { PackagedVideo } from "../read/packaged-video.ts";
import { videoKey } from "./draft-of-package.ts";
import type { PlannedCourse } from "./plan-courses.server.ts";

/**
 * Puts the drawings, pictures, slides and videos of new and changed courses into storage. Done before the database is written:
 * objects are named by what they hold, so that those of an import that then fails harm nobody.
 */
export async function storeMedia({
  root,
  courses,
  idOf = (id) => id,
}: {
  root: string;
  courses: Pick<PlannedCourse, "course" | "outcome">[];
  /** Under which id a video of the package comes in. */
  idOf?: (id: string) => string;
}): Promise<void> {
  for (const { course, outcome } of courses) {
    if (outcome === "unchanged") continue;
    const posters = course.videos.flatMap(({ poster }) => poster ?? []);
    for (const { path, sha256, contentType } of [...course.media, ...course.slides, ...posters]) {
      const bytes = await readFile(join(root, course.path, path));
      const stored = await putObject({ bytes, contentType });
      if (stored !== sha256) throw new Error(`${course.path}/${path} changed while it was imported`);
    }
    for (const video of course.videos) await storeVideo({ folder: join(root, course.path), video, id: idOf(video.id) });
  }
}

/** Without ever holding a file in memory; one that is stored already is not written again. */
async function storeVideo({ folder, video, id }: { folder: string; video: PackagedVideo; id: string }): Promise<void> {
  const store = largeFiles();
  for (const { name, source, bytes, contentType } of video.renditions) {
    if ("nameAtMux" in source) continue;
    const key = videoKey(id, name, source.sha256);
    if ((await store.find(key))?.bytes === bytes) continue;
    await store.put(key, { path: join(folder, source.path), contentType });
  }
}
