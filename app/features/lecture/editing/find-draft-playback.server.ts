import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Playback, SignedVideo } from "../playback.ts";
import { ProviderAway } from "../provider-away.ts";
import { signPlayback } from "../sign-playback.server.ts";
import type { DraftLecture } from "./find-draft-lecture.server.ts";

/** Milliseconds for which the addresses of an editor's video hold: a working day. */
const LASTING_MS = 10 * 60 * 60 * 1_000;

export type DraftPlayback = {
  signed: SignedVideo | null;
  /** The video is there, and its provider does not answer. */
  away: boolean;
  slides: { at: number; src: string }[];
};

/** Where the editor of a draft that was found for the actor fetches its video and slides. */
export async function findDraftPlayback(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { video, slides }: Pick<DraftLecture, "video" | "slides">,
): Promise<DraftPlayback> {
  if (video?.state !== "ready") return { signed: null, away: false, slides: [] };
  const expiresAt = new Date(ctx.clock.now().getTime() + LASTING_MS);
  try {
    const signed = await signPlayback(ctx, {
      videoId: video.id,
      watcher: ctx.actor.id,
      expiresAt,
      captions: [],
      slides,
    });
    return { signed, away: false, slides: signed.slides };
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    return { signed: null, away: true, slides: [] };
  }
}

/** The same as the player of a lesson asks for it. Captions are in the page's own transcript. Throws 404 without a video. */
export function playbackOfDraft({ clock }: Pick<PersonContext, "clock">, { signed, slides }: DraftPlayback): Playback {
  if (!signed) throw notFound();
  const expiresAt = new Date(clock.now().getTime() + LASTING_MS).toISOString();
  return { ...signed, expiresAt, captions: [], slides };
}
