import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { type CaptionSource, captionFile, slideFile } from "./companion-files.ts";
import type { Slide } from "./lecture-schema.ts";
import type { Playback } from "./playback.ts";
import { providedVideoColumns, toProvidedVideo } from "./provided-video.server.ts";
import { signAddress } from "./video-address.server.ts";
import { providerOf } from "./video-providers.server.ts";

/**
 * Where `watcher` (a person's id; null: whoever has the addresses) fetches a video with its captions and slides until
 * `expiresAt`. Asks nobody's permission: that is for who calls. Throws 404 where the video is not ready, and
 * `ProviderAway`.
 */
export async function signPlayback(
  { db }: Pick<UseCaseContext, "db">,
  input: {
    videoId: string;
    watcher: string | null;
    expiresAt: Date;
    captions: ({ locale: Locale } & CaptionSource)[];
    slides: Slide[];
  },
): Promise<Playback> {
  const { videoId, watcher, expiresAt } = input;
  const video = await db.video.findUnique({ where: { id: videoId, state: "ready" }, select: providedVideoColumns });
  if (!video) throw notFound();
  const sign = (file: string) => signAddress({ videoId, file, watcher, expiresAt });
  const signed = await providerOf(video).sign({ video: toProvidedVideo(video), watcher, expiresAt });
  return {
    ...signed,
    expiresAt: expiresAt.toISOString(),
    captions: await Promise.all(
      input.captions.map(async (caption) => ({ locale: caption.locale, src: await sign(captionFile(caption)) })),
    ),
    slides: await Promise.all(input.slides.map(async (slide) => ({ at: slide.at, src: await sign(slideFile(slide)) }))),
  };
}
