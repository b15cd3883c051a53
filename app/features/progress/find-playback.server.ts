import { unsafeFindReleaseLecture } from "#app/features/lecture/find-release-lecture.server.ts";
import type { Playback } from "#app/features/lecture/playback.ts";
import { signPlayback } from "#app/features/lecture/sign-playback.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { findOpenLesson } from "./find-lesson-page.server.ts";
import { isReadable } from "./lesson-access.ts";

/** How long a watcher's addresses hold, in milliseconds. The player asks again when they end. */
const LASTING_MS = 6 * 60 * 60 * 1_000;

/**
 * Where the actor fetches the video of a lecture that she may read. The addresses of a free preview serve whoever has
 * them, all others her alone. Changes nothing. Throws 404 where she may not read it, and `ProviderAway`.
 */
export async function findPlayback(
  ctx: Pick<UseCaseContext, "db" | "actor" | "clock">,
  address: { course: string; lesson: string },
): Promise<Playback> {
  const { access, lesson } = await findOpenLesson(ctx, address);
  if (!isReadable(access)) throw notFound();
  const lecture = await unsafeFindReleaseLecture(ctx.db, { releaseId: lesson.releaseId, lessonId: lesson.id });
  if (!lecture) throw notFound();
  return signPlayback(ctx, {
    videoId: lecture.videoId,
    watcher: access === "preview" ? null : (ctx.actor?.id ?? null),
    expiresAt: new Date(ctx.clock.now().getTime() + LASTING_MS),
    captions: lecture.captions.map(({ locale, captionSha256 }) => ({ locale, sha256: captionSha256 })),
    slides: lecture.slides,
  });
}
