import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { putObject } from "#app/platform/storage/storage.server.ts";
import type { PlannedCourse } from "./plan-courses.server.ts";

/**
 * Puts the drawings and pictures of new and changed courses into storage. Done before the database is written:
 * objects are named by what they hold, so that those of an import that then fails harm nobody.
 */
export async function storeMedia({ root, courses }: { root: string; courses: PlannedCourse[] }): Promise<void> {
  for (const { course, outcome } of courses) {
    if (outcome === "unchanged") continue;
    for (const { path, sha256, contentType } of course.media) {
      const bytes = await readFile(join(root, course.path, path));
      const stored = await putObject({ bytes, contentType });
      if (stored !== sha256) throw new Error(`${course.path}/${path} changed while it was imported`);
    }
  }
}
