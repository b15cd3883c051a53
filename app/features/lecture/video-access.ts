import { canReleaseCourse } from "#app/features/course/course-access.ts";
import type { Actor } from "#app/platform/access/actor.ts";

/** Whether videos of a course may be uploaded, watched over and removed: by its owner and teachers and by admins. */
export function canManageVideos(actor: Actor, course: Parameters<typeof canReleaseCourse>[1]): boolean {
  return canReleaseCourse(actor, course);
}
