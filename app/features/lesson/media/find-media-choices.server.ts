import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type MediaFile, mediaFile, selectMedia } from "./media-file.ts";

/** All files of a course, newest first, for those who may edit it. Throws 404 where there is none. */
export async function findMediaChoices(
  ctx: Pick<PersonContext, "db" | "actor">,
  input: { course: string },
): Promise<{ files: MediaFile[] }> {
  const { id: courseId } = await openCourseDraft(ctx, input);
  const rows = await ctx.db.courseMedia.findMany({
    where: { courseId },
    orderBy: [{ addedAt: "desc" }, { path: "asc" }],
    select: selectMedia,
  });
  return { files: rows.map(mediaFile) };
}
