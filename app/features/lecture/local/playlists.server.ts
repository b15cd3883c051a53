import { signAddress, type VideoAddress } from "../video-address.server.ts";
import type { ProvidedVideo } from "../video-provider.ts";
import { fileName, MASTER_PLAYLIST } from "./video-files.ts";

type Reader = Pick<VideoAddress, "watcher" | "expiresAt">;

/** Ending of the playlists that a master playlist names. */
const ENDING = ".m3u8";

/** The HLS playlist (RFC 8216) that an address of the video names, for the same watcher; undefined where it names none. */
export async function composePlaylist(video: ProvidedVideo, file: string, reader: Reader): Promise<string | undefined> {
  if (file === MASTER_PLAYLIST) return composeMaster(video, reader);
  const rendition = video.renditions.find(({ name }) => `${name}${ENDING}` === file);
  if (!rendition?.playlist) return undefined;
  const address = await signAddress({ ...reader, videoId: video.id, file: fileName(rendition) });
  return rendition.playlist.replaceAll("{file}", address);
}

async function composeMaster(video: ProvidedVideo, reader: Reader): Promise<string | undefined> {
  const variants = video.renditions.filter(({ name, playlist }) => name !== "audio" && playlist !== null);
  if (variants.length === 0) return undefined;
  const lines = await Promise.all(
    variants.map(async ({ name, bitsPerSecond, width, height }) => {
      const resolution = width && height ? `,RESOLUTION=${width}x${height}` : "";
      const address = await signAddress({ ...reader, videoId: video.id, file: `${name}${ENDING}` });
      return `#EXT-X-STREAM-INF:BANDWIDTH=${bitsPerSecond}${resolution}\n${address}`;
    }),
  );
  return `${["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS", ...lines].join("\n")}\n`;
}
