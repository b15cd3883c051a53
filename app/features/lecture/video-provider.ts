import type { VideoProvider as VideoProviderName } from "#app/platform/db/generated/enums.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { Quality, SignedVideo } from "./playback.ts";

/** What a provider needs to know of a video. */
export type ProvidedVideo = {
  id: string;
  fileName: string;
  bytes: number;
  muxUploadId: string | null;
  muxAssetId: string | null;
  muxPlaybackId: string | null;
  renditions: (Quality & {
    width: number | null;
    contentType: string;
    storageKey: string;
    playlist: string | null;
  })[];
  posterSha256: string | null;
};

/** Where the browser sends the file, and by which protocol. */
export type UploadAddress = { protocol: "tus" | "mux"; address: string };

/** How a video stands with its provider now. */
export type VideoFacts =
  | { state: "uploading" | "processing" | "cancelled" }
  | { state: "failed"; failure: string }
  | {
      state: "ready";
      durationMs: number;
      width: number | null;
      height: number | null;
      posterSha256?: string;
      renditions: (Quality & {
        width: number | null;
        contentType: string;
        storageKey: string;
        playlist: string | null;
      })[];
    };

/** Who keeps and serves videos. Each method throws `ProviderAway` where the provider does not answer. */
export type VideoProvider = {
  name: VideoProviderName;
  /** Prepares for the file to come. Called again for the same video, it answers where the rest is to be sent. */
  beginUpload: (input: { video: ProvidedVideo; origin: string }) => Promise<UploadAddress & { muxUploadId?: string }>;
  cancelUpload: (video: ProvidedVideo) => Promise<void>;
  /** Asks the provider; `facts` also names what the provider calls the video by now. */
  readState: (video: ProvidedVideo) => Promise<{ facts: VideoFacts; muxAssetId?: string; muxPlaybackId?: string }>;
  /** Addresses that end at `expiresAt` and serve `watcher` alone (a person's id, or null: whoever has the address). */
  sign: (input: { video: ProvidedVideo; watcher: string | null; expiresAt: Date }) => Promise<SignedVideo>;
  /** Tells the provider which captions there are now. */
  pushCaptions: (input: { video: ProvidedVideo; captions: { locale: Locale; vtt: string }[] }) => Promise<void>;
  remove: (video: ProvidedVideo) => Promise<void>;
  /** Answers within a few seconds where the provider can be worked with now. */
  check: () => Promise<void>;
};
