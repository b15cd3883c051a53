import type { Tx } from "#app/platform/db/client.server.ts";
import type { CourseDraft, DraftLecture, DraftVideo } from "./course-draft.ts";

/**
 * Makes the lectures of a course what `draft` says, inside the caller's transaction, once its lessons are saved. Videos
 * that the academy has are left as they are. Those that no lecture shows any more stay: releases may show them.
 */
export async function saveLectures(tx: Tx, draft: CourseDraft): Promise<void> {
  for (const video of draft.videos) await addVideo(tx, { courseId: draft.id, video });
  const lessons = draft.sections.flatMap((section) => section.lessons);
  const lectures = lessons.flatMap(({ id, lecture }) => (lecture ? [{ lessonId: id, lecture }] : []));
  await tx.lecture.deleteMany({
    // Those of removed lessons stay with them.
    where: {
      lesson: { courseId: draft.id, removedAt: null },
      lessonId: { notIn: lectures.map(({ lessonId }) => lessonId) },
    },
  });
  for (const one of lectures) await saveLecture(tx, { courseId: draft.id, ...one });
}

async function addVideo(tx: Tx, { courseId, video }: { courseId: string; video: DraftVideo }): Promise<void> {
  const { id, fileName, durationMs, width, height, poster, mux, packagedSha256, renditions } = video;
  if ((await tx.video.count({ where: { id } })) > 0) return;
  const [best] = renditions;
  await tx.video.create({
    data: {
      ...{ id, courseId, fileName, durationMs, width, height, packagedSha256 },
      provider: mux ? "mux" : "local",
      state: "ready",
      bytes: best?.bytes ?? 1,
      posterSha256: poster?.sha256,
      muxAssetId: mux?.assetId,
      muxPlaybackId: mux?.playbackId,
      renditions: { create: renditions },
    },
  });
}

async function saveLecture(
  tx: Tx,
  { courseId, lessonId, lecture }: { courseId: string; lessonId: string; lecture: DraftLecture },
): Promise<void> {
  const { captions, ...data } = lecture;
  await tx.lecture.upsert({ where: { lessonId }, create: { ...data, lessonId, courseId }, update: data });
  await tx.lectureCaptions.deleteMany({ where: { lessonId } });
  await tx.lectureCaptions.createMany({
    data: Object.entries(captions).map(([locale, vtt]) => ({ lessonId, locale, vtt })),
  });
}
