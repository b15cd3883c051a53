import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { zipFolder } from "#app/platform/archive/zip-folder.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { exportAcademy } from "./export-academy.server.ts";

/**
 * The draft of a course that the actor may edit, with all its files, as a package in a zip archive that is written
 * while it is read. Throws 404 to others.
 */
export async function exportCourseZip(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  input: { course: string },
): Promise<{ name: string; stream: ReadableStream<Uint8Array> }> {
  const { slug } = await openCourseDraft({ db, actor }, input);
  const root = await mkdtemp(join(tmpdir(), "maqdis-export-"));
  const done = () => void rm(root, { recursive: true, force: true });
  try {
    await exportAcademy({ db }, { root, course: slug });
    return { name: `${slug}.zip`, stream: await zipFolder(root, { done }) };
  } catch (error) {
    done();
    throw error;
  }
}
