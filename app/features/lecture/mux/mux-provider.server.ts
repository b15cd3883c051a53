import Mux from "@mux/mux-node";
import type { Upload } from "@mux/mux-node/resources/video/uploads";
import type { ProvidedVideo, VideoProvider } from "#app/features/lecture/video-provider.ts";
import { askMux, askMuxFor, muxClient } from "./ask-mux.server.ts";
import type { MuxConfig } from "./mux-config.server.ts";
import { factsOfAsset, factsOfUpload, signedPlaybackId, wantedFiles } from "./mux-facts.ts";
import { pushMuxCaptions } from "./push-mux-captions.server.ts";
import { signMux } from "./sign-mux.server.ts";

/** How long an address takes bytes, in seconds: the longest that Mux allows, a week. */
const UPLOAD_SECONDS = 604_800;

const MAX_PASSED_NAME = 200;

/** Somebody waits for the page that asks. */
const CHECK_MS = 3_000;

/** Mux's answers to what cannot be done to an upload as it stands by now. */
const isTooLate = (error: unknown) =>
  error instanceof Mux.PermissionDeniedError ||
  error instanceof Mux.BadRequestError ||
  error instanceof Mux.ConflictError;

/**
 * Videos kept by Mux. `captions.addressOf` gives the public address from which Mux may fetch a text for a while; it is
 * absent where the academy has no public address, and captions are then not pushed.
 */
export function muxProvider(
  config: MuxConfig,
  captions: { addressOf?: (caption: { videoId: string; sha256: string }) => Promise<string> } = {},
): VideoProvider {
  const mux = muxClient(config);
  return {
    name: "mux",
    beginUpload: (input) => beginUpload(mux, input),
    cancelUpload: (video) => discard(mux, video),
    readState: (video) => readState(mux, video),
    sign: (input) => signMux(config, input),
    pushCaptions: async ({ video, captions: wanted }) => {
      const { addressOf } = captions;
      if (!video.muxAssetId || !addressOf) return;
      await pushMuxCaptions(mux, {
        assetId: video.muxAssetId,
        captions: wanted,
        addressOf: (sha256) => addressOf({ videoId: video.id, sha256 }),
      });
    },
    remove: (video) => discard(mux, video),
    check: async () => {
      await askMux(() => mux.video.uploads.list({ limit: 1 }, { timeout: CHECK_MS, maxRetries: 0 }));
    },
  };
}

const findUpload = (mux: Mux, id: string): Promise<Upload | undefined> =>
  askMuxFor(() => mux.video.uploads.retrieve(id));

async function beginUpload(mux: Mux, { video, origin }: { video: ProvidedVideo; origin: string }) {
  const begun = video.muxUploadId ? await findUpload(mux, video.muxUploadId) : undefined;
  if (begun?.status === "waiting" && begun.url) {
    return { protocol: "mux" as const, address: begun.url, muxUploadId: begun.id };
  }
  const { id, url } = await askMux(() =>
    mux.video.uploads.create({
      cors_origin: origin,
      timeout: UPLOAD_SECONDS,
      new_asset_settings: {
        passthrough: video.id,
        playback_policies: ["signed"],
        static_renditions: wantedFiles,
        meta: { title: video.fileName.slice(0, MAX_PASSED_NAME), external_id: video.id },
      },
    }),
  );
  if (!url) throw new Error("Mux began an upload and named no address for it");
  return { protocol: "mux" as const, address: url, muxUploadId: id };
}

async function readState(mux: Mux, video: ProvidedVideo): ReturnType<VideoProvider["readState"]> {
  const upload = !video.muxAssetId && video.muxUploadId ? await findUpload(mux, video.muxUploadId) : undefined;
  const assetId = video.muxAssetId ?? upload?.asset_id;
  if (!assetId) {
    // Never begun at Mux: the bytes are yet to come.
    if (!video.muxUploadId) return { facts: { state: "uploading" } };
    return { facts: upload ? factsOfUpload(upload) : { state: "failed", failure: "lost" } };
  }
  const asset = await askMuxFor(() => mux.video.assets.retrieve(assetId));
  if (!asset) return { facts: { state: "failed", failure: "lost" }, muxAssetId: assetId };
  return { facts: factsOfAsset(asset), muxAssetId: assetId, muxPlaybackId: signedPlaybackId(asset) };
}

/** Leaves nothing of a video at Mux, whether its bytes are still coming or all there. Idempotent. */
async function discard(mux: Mux, video: ProvidedVideo): Promise<void> {
  const assetId = video.muxAssetId ?? (video.muxUploadId ? await stopUpload(mux, video.muxUploadId) : undefined);
  if (assetId) await askMuxFor(() => mux.video.assets.delete(assetId));
}

/** Cancels what is still coming; where it was too late for that, answers what it became. */
async function stopUpload(mux: Mux, uploadId: string): Promise<string | undefined> {
  const upload = await findUpload(mux, uploadId);
  if (upload?.status !== "waiting") return upload?.asset_id;
  try {
    await askMuxFor(() => mux.video.uploads.cancel(uploadId));
    return undefined;
  } catch (error) {
    if (!isTooLate(error)) throw error;
    return (await findUpload(mux, uploadId))?.asset_id;
  }
}
