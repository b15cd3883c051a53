import { useEffect, useRef, useState } from "react";
import { newlyLoaded, newTally } from "../../data-use/data-meter.ts";
import { monthOf } from "../../data-use/data-month.ts";
import type { DataUse } from "../../data-use/data-use-schema.ts";
import type { Quality, Seconds } from "../../playback.ts";
import { beaconDataUse, sendDataUse, sendKeptDataUse } from "./send-data-use.ts";
import { watchEntries } from "./video-entries.ts";

const TELL_EVERY = 15_000;

type Played = {
  /** The address of the stream that adapts, where that is what is played. */
  stream: string | null;
  /** Of the one form that is played, where it is one. */
  bitsPerSecond: number | null;
  qualities: readonly Quality[];
};

function rangesOf({ buffered }: HTMLMediaElement): Seconds[] {
  return Array.from({ length: buffered.length }, (_, i) => [buffered.start(i), buffered.end(i)]);
}

/** What a second takes: of the form itself, or of the one whose picture is nearest to the one on the screen. */
function bytesPerSecond(media: HTMLMediaElement, { bitsPerSecond, qualities }: Played): number {
  const height = media instanceof HTMLVideoElement ? media.videoHeight : 0;
  const apart = (form: Quality) => Math.abs((form.height ?? 0) - height);
  const nearest = qualities.toSorted((a, b) => apart(a) - apart(b))[0];
  return (bitsPerSecond ?? nearest?.bitsPerSecond ?? 0) / 8;
}

/** Calls `onBytes` with what was loaded, as it comes. */
function meter(media: HTMLMediaElement, played: () => Played, onBytes: (bytes: number) => void): () => void {
  let before: Seconds[] = [];
  const measure = () => {
    const now = rangesOf(media);
    onBytes(newlyLoaded(before, now) * bytesPerSecond(media, played()));
    before = now;
  };
  const empty = () => {
    before = [];
  };
  const events = ["progress", "timeupdate", "pause", "ended"] as const;
  for (const name of events) media.addEventListener(name, measure);
  media.addEventListener("emptied", empty);
  return () => {
    for (const name of events) media.removeEventListener(name, measure);
    media.removeEventListener("emptied", empty);
  };
}

/** Reports of a sitting, each with all it took by then; with a new month another sitting begins. */
function newReports(total: () => number): () => DataUse | undefined {
  const begin = (month: string) => ({ sitting: crypto.getRandomValues(new Uint32Array(4)).join("-"), month });
  let sitting = begin(monthOf(new Date()));
  let before = 0;
  let told = 0;
  return () => {
    const bytes = total();
    if (bytes <= told) return undefined;
    const month = monthOf(new Date());
    if (month !== sitting.month) {
      sitting = begin(month);
      before = told;
    }
    told = bytes;
    return { ...sitting, bytes: bytes - before };
  };
}

/** Tells the server now and then, and on leaving, what the sitting took. */
function keepTelling(total: () => number): () => void {
  const next = newReports(total);
  const tell = () => {
    const report = next();
    if (report) void sendDataUse(report);
  };
  const leave = () => {
    const report = next();
    if (report) beaconDataUse(report);
  };
  const hide = () => {
    if (document.visibilityState === "hidden") leave();
  };
  const timer = setInterval(tell, TELL_EVERY);
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pagehide", leave);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", hide);
    window.removeEventListener("pagehide", leave);
    leave();
  };
}

/**
 * Counts what a media element loads and tells it to the server, for somebody who is signed in (`enabled`). Answers the
 * bytes of this sitting as far as they are known: exact where the browser shows them, else by what is in the buffer.
 */
export function useDataUse({
  media,
  enabled,
  ...played
}: Played & { media: HTMLMediaElement | null; enabled: boolean }): { spentBytes: number } {
  const [spentBytes, setSpent] = useState(0);
  const [tally] = useState(newTally);
  const now = useRef(played);
  useEffect(() => {
    now.current = played;
  });
  useEffect(() => {
    if (!media) return;
    return meter(
      media,
      () => now.current,
      (bytes) => {
        tally.guess(bytes);
        setSpent(tally.total());
      },
    );
  }, [media, tally]);
  const { stream } = played;
  useEffect(() => {
    tally.settle();
    return stream ? watchEntries(stream, tally.see) : undefined;
  }, [stream, tally]);
  useEffect(() => {
    if (!enabled) return;
    void sendKeptDataUse(new Date());
    return keepTelling(tally.total);
  }, [enabled, tally]);
  return { spentBytes };
}
