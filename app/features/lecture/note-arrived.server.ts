import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";
import { pollVideo } from "./poll-video.server.ts";

/** What takes the bytes tells Mux of them within this time as a rule, in milliseconds. */
const SOON_MS = 3_000;

/**
 * Heard from who sends a video that its last byte was taken: its keeper is asked about it soon, without waiting for
 * it to tell. Throws 404 to those who may not.
 */
export async function noteArrived(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { videoId }: { videoId: string },
): Promise<void> {
  const { provider, state } = await findManagedVideo({ db, actor }, { videoId });
  if (provider === "local" || state !== "uploading") return;
  await pollVideo(db, { clock, videoId, waitMs: SOON_MS });
}
