import { loadOutlines } from "#app/features/course/load-release.server.ts";
import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { deriveProgress, type Progress } from "./derive-progress.ts";
import type { EnrolledCourse } from "./learner-course-rows.server.ts";
import { buildLearnerOutline, type LearnerSection } from "./learner-outline.ts";

const lessonsOf = (outline: ReleaseOutline) => outline.sections.flatMap(({ lessons }) => lessons);

/** Progress and outline of one enrolment. Releases come from memory, or with one query. */
export async function deriveLearnerCourse(
  db: Db,
  { currentReleaseId, enrolment }: Pick<EnrolledCourse, "currentReleaseId" | "enrolment">,
): Promise<{ progress: Progress; sections: LearnerSection[] }> {
  const currentId = currentReleaseId ?? enrolment.laterReleaseIds.at(-1) ?? enrolment.releaseId;
  const others = enrolment.laterReleaseIds.filter((id) => id !== currentId);
  // The current release comes last, also where it is not the newest: it says what the course holds now.
  const later = others.length === 0 && currentId === enrolment.releaseId ? [] : [...others, currentId];
  const [own, ...rest] = await loadOutlines(db, [enrolment.releaseId, ...later]);
  if (!own) throw new Error("The outline of an enrolment's release was not loaded");
  const progress = deriveProgress({
    pinned: lessonsOf(own),
    later: rest.map(lessonsOf),
    completed: enrolment.completed,
  });
  const pinned = { id: enrolment.releaseId, outline: own };
  const current = { id: currentId, outline: rest.at(-1) ?? own };
  return { progress, sections: buildLearnerOutline({ pinned, current, progress }) };
}
