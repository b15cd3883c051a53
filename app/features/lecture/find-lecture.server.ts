import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { VideoProvider, VideoState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { bestLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { findDataBudget } from "./data-use/find-data-use.server.ts";
import { type ShownLecture, unsafeFindReleaseLecture } from "./find-release-lecture.server.ts";
import { loadCues } from "./load-cues.server.ts";
import type { LectureView, Quality } from "./playback.ts";
import { qualityNameSchema, qualityNames } from "./playback-schema.ts";
import { isProviderSet } from "./video-providers.server.ts";
import { findWatching } from "./watching/find-watching.server.ts";
import { openSitting } from "./watching/sitting.server.ts";

const videoSchema = z.object({
  state: z.enum(VideoState),
  provider: z.enum(VideoProvider),
  qualities: z.array(
    z.object({
      name: qualityNameSchema,
      bytes: z.number(),
      bitsPerSecond: z.number(),
      height: z.number().nullable(),
    }),
  ),
});

type Context = Pick<UseCaseContext, "db" | "actor" | "clock" | "locale">;
type Place = { releaseId: string; lessonId: string; enrolmentId: string | null };

/** Best first, sound alone last. */
function sortQualities(qualities: readonly Quality[]): Quality[] {
  return qualities.toSorted((a, b) => qualityNames.indexOf(a.name) - qualityNames.indexOf(b.name));
}

async function findVideo(db: Db, videoId: string) {
  const [row] = await queryRows(
    db,
    Prisma.sql`SELECT v."state", v."provider", coalesce((SELECT json_agg(json_build_object('name', r."name", 'bytes', r."bytes",
        'bitsPerSecond', r."bitsPerSecond", 'height', r."height")) FROM "VideoRendition" r WHERE r."videoId" = v."id"),
      '[]') AS "qualities"
    FROM "Video" v WHERE v."id" = ${videoId}::uuid`,
  );
  const { state, provider, qualities } = videoSchema.parse(row);
  const playable = state === "ready" && isProviderSet(provider);
  return { state: playable ? ("ready" as const) : ("away" as const), qualities: sortQualities(qualities) };
}

async function findTranscript({ db, locale }: Context, { captions }: ShownLecture, wanted: Locale | undefined) {
  const best = bestLocale(
    captions.map((one) => one.locale),
    wanted ?? locale,
  );
  const chosen = captions.find((one) => one.locale === best);
  return chosen ? { locale: chosen.locale, cues: await loadCues(db, chosen.captionSha256) } : null;
}

async function openWatching({ db, actor, clock }: Context, { enrolmentId, lessonId }: Place, lecture: ShownLecture) {
  if (!actor || enrolmentId === null) return null;
  const { lengthSeconds, thresholdPercent } = lecture;
  const watched = await findWatching(db, { enrolmentId, lessonId, lengthSeconds });
  const openedAt = clock.now().getTime();
  const sitting = await openSitting(
    { clock },
    { userId: actor.id, enrolmentId, lessonId, lengthSeconds, thresholdPercent },
  );
  return { ...watched, sitting, openedAt };
}

/**
 * What the page of a lecture says of it, for somebody who may read the lesson, which is for the caller to know: her
 * pinned release's, or the current one's where both have the same length. `text` is the language in which she chose
 * to read, if she did. With an enrolment it opens a sitting. Throws 404 where the lesson is no lecture.
 */
export async function unsafeFindLecture(ctx: Context, place: Place & { text?: Locale }): Promise<LectureView> {
  const lecture = await unsafeFindReleaseLecture(ctx.db, place);
  if (!lecture) throw notFound();
  const [video, transcript, watching, dataBudget] = await Promise.all([
    findVideo(ctx.db, lecture.videoId),
    findTranscript(ctx, lecture, place.text),
    openWatching(ctx, place, lecture),
    findDataBudget(ctx),
  ]);
  return {
    ...video,
    lengthSeconds: lecture.lengthSeconds,
    thresholdPercent: lecture.thresholdPercent,
    chapters: lecture.chapters.map(({ at, titles }) => {
      const { text, locale } = pickTranslated(titles, ctx.locale);
      return { at, title: text, locale };
    }),
    captionLocales: lecture.captions.map(({ locale }) => locale),
    transcript,
    hasSlides: lecture.slides.length > 0,
    watching,
    dataBudget,
  };
}
