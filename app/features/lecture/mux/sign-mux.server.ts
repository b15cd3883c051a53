import { SignJWT } from "jose";
import type { SignedVideo } from "#app/features/lecture/playback.ts";
import type { ProvidedVideo } from "#app/features/lecture/video-provider.ts";
import type { MuxConfig } from "./mux-config.server.ts";

/** Where Mux serves video, and pictures of it. */
export const MUX_STREAM = "https://stream.mux.com";
export const MUX_IMAGE = "https://image.mux.com";

const POSTER_WIDTH = 1_280;

/** What a token opens, in Mux's words: video, thumbnail, storyboard. */
type Audience = "v" | "t" | "s";

/**
 * Addresses of a video at Mux that end at `expiresAt`. Mux knows nothing of our people: until then they open to
 * whoever has them.
 */
export async function signMux(
  { signingKey, signingKeyId }: Pick<MuxConfig, "signingKey" | "signingKeyId">,
  { video, expiresAt }: { video: ProvidedVideo; expiresAt: Date },
): Promise<SignedVideo> {
  const id = video.muxPlaybackId;
  if (!id) throw new Error(`Video ${video.id} has no playback id of Mux yet`);
  const token = (audience: Audience, claims: Record<string, string> = {}) =>
    new SignJWT({ ...claims, kid: signingKeyId })
      .setProtectedHeader({ alg: "RS256", kid: signingKeyId, typ: "JWT" })
      .setSubject(id)
      .setAudience(audience)
      .setExpirationTime(Math.floor(expiresAt.getTime() / 1_000))
      .sign(signingKey);
  const [play, poster, storyboard] = await Promise.all([
    token("v"),
    token("t", { width: String(POSTER_WIDTH) }),
    token("s"),
  ]);
  return {
    poster: `${MUX_IMAGE}/${id}/thumbnail.webp?token=${poster}`,
    storyboard: `${MUX_IMAGE}/${id}/storyboard.vtt?token=${storyboard}`,
    adaptive: `${MUX_STREAM}/${id}.m3u8?token=${play}`,
    qualities: bestFirst(video.renditions).map(({ storageKey, playlist: _, ...quality }) => ({
      ...quality,
      src: `${MUX_STREAM}/${id}/${storageKey}?token=${play}`,
    })),
  };
}

/** By height, and by size where it is not known; sound alone last. */
function bestFirst(renditions: ProvidedVideo["renditions"]): ProvidedVideo["renditions"] {
  const isAudio = (name: string) => Number(name === "audio");
  return [...renditions].sort(
    (a, b) => isAudio(a.name) - isAudio(b.name) || (b.height ?? 0) - (a.height ?? 0) || b.bytes - a.bytes,
  );
}
