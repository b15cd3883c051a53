import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Chapter, chaptersSchema, type Slide, slidesSchema } from "./lecture-schema.ts";

/** A lecture as somebody is shown it who stands at a release. */
export type ShownLecture = {
  /** The release from which the video, captions, chapters and slides come. */
  releaseId: string;
  lessonId: string;
  videoId: string;
  lengthSeconds: number;
  /** Of her own release: what was agreed when she began. */
  thresholdPercent: number;
  chapters: Chapter[];
  slides: Slide[];
  captions: { locale: ReturnType<typeof localeSchema.parse>; captionSha256: string }[];
};

const selection = {
  releaseId: true,
  lessonId: true,
  videoId: true,
  lengthSeconds: true,
  thresholdPercent: true,
  chapters: true,
  slides: true,
  captions: { select: { locale: true, captionSha256: true }, orderBy: { locale: "asc" } },
} as const;

/**
 * The body of a lecture for somebody whose place is at `releaseId`: that of the course's current release where both
 * have the same length, so that a correction reaches everybody and what was watched stays; else that of her own. Null
 * where the lesson is no lecture in her release. Nothing is checked about who asks.
 */
export async function unsafeFindReleaseLecture(
  db: DbOrTx,
  { releaseId, lessonId }: { releaseId: string; lessonId: string },
): Promise<ShownLecture | null> {
  const current = { releaseLesson: { release: { currentOf: { releases: { some: { id: releaseId } } } } } };
  const found = await db.releaseLecture.findMany({
    where: { lessonId, OR: [{ releaseId }, current] },
    select: selection,
  });
  const own = found.find((one) => one.releaseId === releaseId);
  if (!own) return null;
  const shown = found.find((one) => one !== own && one.lengthSeconds === own.lengthSeconds) ?? own;
  return {
    ...shown,
    thresholdPercent: own.thresholdPercent,
    chapters: chaptersSchema.parse(shown.chapters),
    slides: slidesSchema.parse(shown.slides),
    captions: shown.captions.map(({ locale, captionSha256 }) => ({
      locale: localeSchema.parse(locale),
      captionSha256,
    })),
  };
}
