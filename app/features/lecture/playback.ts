import type { Locale } from "#app/platform/i18n/locales.ts";

/** Whole seconds of a video, the end not included. */
export type Seconds = [from: number, to: number];

/** One caption; times in seconds from the beginning of the video. */
export type Cue = { from: number; to: number; text: string };

/** A form of a video that can be chosen: the file as uploaded, a smaller one, or its sound alone. */
export type QualityName = "original" | "1080p" | "720p" | "540p" | "360p" | "audio";

export type Quality = { name: QualityName; bytes: number; bitsPerSecond: number; height: number | null };

/** Where a video is fetched from, for one watcher and a while. */
export type SignedVideo = {
  poster: string | null;
  /** WebVTT of thumbnails. */
  storyboard: string | null;
  /** HLS master playlist, where there is one. */
  adaptive: string | null;
  /** Best first, sound alone last. */
  qualities: (Quality & { src: string; contentType: string })[];
};

/** What `/resources/playback/:course/:lesson` answers. */
export type Playback = SignedVideo & {
  /** When the addresses end, ISO 8601. */
  expiresAt: string;
  captions: { locale: Locale; src: string }[];
  slides: { at: number; src: string }[];
};

/** What the lesson's page says of a lecture, without any address of its bytes. */
export type LectureView = {
  /** `away` where the video cannot be watched now, though it is there. */
  state: "ready" | "away";
  lengthSeconds: number;
  thresholdPercent: number;
  chapters: { at: number; title: string; locale: Locale }[];
  qualities: Quality[];
  /** Languages in which there are captions. */
  captionLocales: Locale[];
  /** In the language nearest to the reader's. */
  transcript: { locale: Locale; cues: Cue[] } | null;
  hasSlides: boolean;
  /** Null for somebody who does not learn here: a visitor of a preview, an instructor. */
  watching: {
    covered: Seconds[];
    positionSeconds: number;
    /** When she was there, in milliseconds; 0 where she has not begun. */
    positionAt: number;
    sitting: string;
    /** When the sitting was opened, in milliseconds of the server's clock. */
    openedAt: number;
  } | null;
  /** Her own limit of video for a month and what she spent of it, in bytes. */
  dataBudget: { limitBytes: number; usedBytes: number } | null;
  /** What answers where it is fetched from, of a draft; else that of the lesson. */
  playbackAt?: string;
};
