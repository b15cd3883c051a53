import type { SignedVideo } from "../playback.ts";
import { signAddress } from "../video-address.server.ts";
import type { VideoProvider } from "../video-provider.ts";
import { fileName, MASTER_PLAYLIST, POSTER } from "./video-files.ts";

/** Addresses of a video that we serve ourselves. */
export const signVideo: VideoProvider["sign"] = async ({ video, watcher, expiresAt }): Promise<SignedVideo> => {
  const sign = (file: string) => signAddress({ videoId: video.id, file, watcher, expiresAt });
  const adaptive = video.renditions.some(({ name, playlist }) => name !== "audio" && playlist !== null);
  return {
    poster: video.posterSha256 ? await sign(POSTER) : null,
    storyboard: null,
    adaptive: adaptive ? await sign(MASTER_PLAYLIST) : null,
    qualities: await Promise.all(
      video.renditions.map(async ({ name, bytes, bitsPerSecond, height, contentType }) => ({
        name,
        bytes,
        bitsPerSecond,
        height,
        contentType,
        src: await sign(fileName({ name, contentType })),
      })),
    ),
  };
};
