import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { followMinutes } from "../lecture-length.server.ts";
import { keepsLength, lengthOf } from "../lecture-length.ts";
import { openLectureDraft } from "./open-draft.server.ts";
import { ensureLecture } from "./save-captions.server.ts";

export type Attached = {
  /** What was watched of the video before stays; true for a first video too. */
  keeps: boolean;
  lengthSeconds: number;
};

function refused(code: "videoNotReady" | "lengthDiffers", values: Record<string, number> = {}) {
  return new ExpectedError({ code, messageKey: `lecture-editor:errors.${code}`, values });
}

/**
 * Gives a lecture its video, or another one in place of the one it has; captions, chapters and slides stay as they
 * are. Where the lengths differ by a second at most the lecture keeps the length in which watching is counted; where
 * they differ more, throws `lengthDiffers` unless `confirmed`. Throws `videoNotReady`.
 */
export async function attachVideo(
  ctx: Pick<PersonContext, "db" | "actor">,
  { video: videoId, confirmed, ...address }: { course: string; lesson: string; video: string; confirmed: boolean },
): Promise<Attached> {
  const { course, lesson } = await openLectureDraft(ctx, address);
  const video = await ctx.db.video.findUnique({
    where: { id_courseId: { id: videoId, courseId: course.id } },
    select: { id: true, state: true, durationMs: true },
  });
  if (!video) throw notFound();
  if (video.state !== "ready" || video.durationMs === null) throw refused("videoNotReady");
  const after = lengthOf(video.durationMs);
  return inTransaction(ctx.db, async (tx) => {
    await ensureLecture(tx, lesson.id);
    const { lengthSeconds: before } = await tx.lecture.findUniqueOrThrow({ where: { lessonId: lesson.id } });
    const keeps = before === null || keepsLength(before, after);
    if (!keeps && !confirmed) throw refused("lengthDiffers", { from: before, to: after });
    const lengthSeconds = keeps ? (before ?? after) : after;
    await tx.lecture.update({ where: { lessonId: lesson.id }, data: { videoId, lengthSeconds } });
    await followMinutes(tx, { lessonId: lesson.id, minutes: lesson.minutes, before, after });
    return { keeps, lengthSeconds };
  });
}
