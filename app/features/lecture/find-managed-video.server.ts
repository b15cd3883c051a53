import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { providedVideoColumns } from "./provided-video.server.ts";
import { canManageVideos } from "./video-access.ts";

/** A video of a course whose videos the actor may manage. Throws 404 where there is none such. */
export async function findManagedVideo(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId }: { videoId: string },
) {
  const found = await db.video.findUnique({
    where: { id: videoId },
    select: {
      ...providedVideoColumns,
      failure: true,
      course: { select: { slug: true, deletedAt: true, instructors: true } },
    },
  });
  if (!found || !canManageVideos(actor, found.course)) throw notFound();
  return found;
}
