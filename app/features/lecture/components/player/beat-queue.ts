import { createStore, del, entries, set } from "idb-keyval";
import { type Sent, sendJson } from "#app/platform/browser/send-json.ts";
import type { Seconds } from "../../playback.ts";
import type { BeatRefusal } from "../../watching/beat-schema.ts";
import type { Beat } from "./played-seconds.ts";

/** Where she was, in seconds of the video, and when: milliseconds since the sitting was opened. */
export type Position = { at: number; moment: number };

/** What one sitting played and the server may not have yet. */
export type KeptSitting = {
  /** Names it on this device. */
  id: string;
  /** The token by which the server knows it. */
  sitting: string;
  lessonId: string;
  lengthSeconds: number;
  /** When it was opened, in milliseconds of the server's clock. */
  openedAt: number;
  beats: Beat[];
  position: Position | null;
};

/** What the server made of beats; `share` from 0 to 1. */
export type Counted = {
  covered: Seconds[];
  share: number;
  completed: boolean;
  refused: { index: number; reason: BeatRefusal }[];
};

/** Sittings end after so long, in milliseconds; what they left can then no longer be sent. */
const LET_GO_AFTER = 30 * 24 * 3_600_000;
/** As many as one request may hold. */
const MOST_BEATS = 400;
const ADDRESS = "/resources/beats";

const store = () => createStore("maqdis-watching", "sittings");

/** Keeps a sitting on this device; rejects where the browser allows no storage. */
export function keepSitting(sitting: KeptSitting): Promise<void> {
  return set(sitting.id, sitting, store());
}

export function dropSitting(id: string): Promise<void> {
  return del(id, store());
}

/** All that earlier sittings left on this device. */
export async function findKeptSittings(): Promise<KeptSitting[]> {
  const all = (await entries<string, KeptSitting>(store())).map(([, sitting]) => sitting);
  const old = all.filter(({ openedAt }) => Date.now() - openedAt > LET_GO_AFTER);
  for (const { id } of old) await dropSitting(id);
  return all.filter((sitting) => !old.includes(sitting));
}

function bodyOf({ sitting, beats, position }: KeptSitting): string {
  return JSON.stringify({ sitting, beats: beats.slice(0, MOST_BEATS), position: position ?? undefined });
}

/** Sends beats and the place; never rejects. */
export const sendSitting = (kept: KeptSitting) => sendJson<Counted>(ADDRESS, bodyOf(kept));

/** Sends on the way out, where no answer can be waited for. */
export function sendOnLeaving(kept: KeptSitting): void {
  navigator.sendBeacon(ADDRESS, new Blob([bodyOf(kept)], { type: "application/json" }));
}

const lockName = (id: string) => `maqdis-sitting-${id}`;

/** Marks a sitting as going on in this tab, until the function that is returned is called or the tab is gone. */
export function holdSitting(id: string): () => void {
  if (!navigator.locks) return () => undefined;
  const { promise, resolve } = Promise.withResolvers<void>();
  void navigator.locks.request(lockName(id), () => promise);
  return resolve;
}

async function sendLeft(kept: KeptSitting): Promise<Sent<Counted>> {
  const sent = await sendSitting(kept);
  if (sent.result !== "taken") return sent;
  const rest = kept.beats.slice(MOST_BEATS);
  if (rest.length === 0) await dropSitting(kept.id);
  else await keepSitting({ ...kept, beats: rest });
  return sent;
}

/**
 * Sends what sittings that are over left on this device, and forgets what the server took. What another tab still
 * plays is its own to send. Calls `onSent` after each; what is refused stays, as it may be another person's.
 */
export async function sendKeptSittings(onSent: (kept: KeptSitting, sent: Sent<Counted>) => void): Promise<void> {
  for (const kept of await findKeptSittings()) {
    const send = async () => onSent(kept, await sendLeft(kept));
    if (!navigator.locks) await send();
    else await navigator.locks.request(lockName(kept.id), { ifAvailable: true }, (lock) => (lock ? send() : undefined));
  }
}
