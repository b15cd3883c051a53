import { z } from "zod";
import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { providerOf } from "./video-providers.server.ts";

const pushCaptionsJob = { name: "push-captions", payload: z.object({ videoId: z.uuid() }) };

/** Added where a release shows videos: their providers are told of its captions once it is there. */
export async function pushCaptionsOf(db: DbOrTx, videoIds: string[]): Promise<void> {
  const kept = await db.video.findMany({
    where: { id: { in: videoIds }, provider: { not: "local" } },
    select: { id: true },
  });
  for (const { id } of kept) await addJob(db, pushCaptionsJob, { videoId: id }, { key: `push-captions:${id}` });
}

/**
 * Tells a video's provider which captions learners are shown with it now, those of its course's current release; the
 * provider leaves alone what has not changed. Throws `ProviderAway`.
 */
export async function pushCaptions({ db }: { db: Db }, { videoId }: { videoId: string }): Promise<void> {
  const video = await db.video.findUnique({ where: { id: videoId, state: "ready" }, select: providedVideoColumns });
  if (!video) return;
  const current = { release: { currentOf: { isNot: null } } };
  const shown = await db.releaseLecture.findFirst({
    where: { videoId, releaseLesson: current },
    orderBy: { lessonId: "asc" },
    select: { captions: { select: { locale: true, caption: { select: { vtt: true } } }, orderBy: { locale: "asc" } } },
  });
  if (!shown) return;
  const captions = shown.captions.map(({ locale, caption }) => ({
    locale: localeSchema.parse(locale),
    vtt: caption.vtt,
  }));
  await providerOf(video).pushCaptions({ video: toProvidedVideo(video), captions });
}

/** What does the job that `pushCaptionsOf` adds. */
export const pushCaptionsHandler = jobHandler(pushCaptionsJob, ({ db }, payload) => pushCaptions({ db }, payload));
