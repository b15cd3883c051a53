import { randomUUID } from "node:crypto";
import { openSitting, readSitting, type Sitting } from "#app/features/lecture/watching/sitting.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCourse, type Opening } from "./course.ts";
import { createVideo } from "./lecture.ts";

type Length = { lengthSeconds?: number; thresholdPercent?: number };

/** The video of a lecture in a release: ready, with no bytes anywhere. */
export async function createReleaseLecture(
  db: Db,
  {
    courseId,
    releaseId,
    lessonId,
    lengthSeconds = 600,
    thresholdPercent = 90,
  }: Length & { courseId: string; releaseId: string; lessonId: string },
) {
  const video = await createVideo(db, { courseId, durationMs: lengthSeconds * 1_000 });
  return db.releaseLecture.create({
    data: { releaseId, lessonId, videoId: video.id, lengthSeconds, thresholdPercent, chapters: [], slides: [] },
  });
}

/** A published course whose only required lesson is a lecture. */
export async function createLectureCourse(
  db: Db,
  { lengthSeconds = 600, thresholdPercent = 90, ...opening }: Length & Opening = {},
) {
  const lesson = {
    id: randomUUID(),
    slug: "lecture",
    required: true,
    preview: false,
    kind: "lecture" as const,
    ...opening,
  };
  const made = await createCourse(db, { lessons: [lesson] });
  const ids = { courseId: made.course.id, releaseId: made.release.id, lessonId: lesson.id };
  const lecture = await createReleaseLecture(db, { ...ids, lengthSeconds, thresholdPercent });
  return { ...made, lesson, lecture };
}

/** A sitting opened at a moment, with the token that the page would hold. */
export async function createSitting(
  of: Omit<Sitting, "openedAt" | "sittingId">,
  { openedAt }: { openedAt: Date },
): Promise<Sitting & { token: string }> {
  const at = { clock: { now: () => openedAt } };
  const token = await openSitting(at, of);
  const sitting = await readSitting(at, token);
  if (!sitting) throw new Error("A sitting that was just opened cannot be read");
  return { ...sitting, token };
}
