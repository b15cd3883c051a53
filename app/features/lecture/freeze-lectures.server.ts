import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { FreezeBodies, ReleaseProblem } from "#app/features/lesson/frozen-bodies.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { chaptersSchema, slidesSchema } from "./lecture-schema.ts";
import { pushCaptionsOf } from "./push-captions.server.ts";

type Lesson = { id: string; slug: string };

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

const selection = {
  lessonId: true,
  lengthSeconds: true,
  chapters: true,
  slides: true,
  video: { select: { id: true, state: true } },
  captions: { select: { locale: true, vtt: true }, orderBy: { locale: "asc" } },
} as const;

async function findDrafts(tx: Tx, lessons: Lesson[]) {
  const found = await tx.lecture.findMany({
    where: { lessonId: { in: lessons.map(({ id }) => id) } },
    select: selection,
  });
  return new Map(found.map((lecture) => [lecture.lessonId, lecture]));
}

type DraftLecture = NonNullable<ReturnType<Awaited<ReturnType<typeof findDrafts>>["get"]>>;

function problemOf({ slug }: Lesson, lecture: DraftLecture | undefined): ReleaseProblem | null {
  const problem = (code: "noVideo" | "videoNotReady" | "videoFailed") => ({
    code,
    messageKey: `release:errors.${code}`,
    values: { lesson: slug },
  });
  const { video, lengthSeconds } = lecture ?? {};
  if (!video || video.state === "cancelled") return problem("noVideo");
  if (video.state === "failed") return problem("videoFailed");
  return video.state === "ready" && lengthSeconds ? null : problem("videoNotReady");
}

/** What a release keeps of a lecture; what begins after the end of its video can never be seen, and is left out. */
function frozen({ lessonId, lengthSeconds, video, chapters, slides, captions }: DraftLecture, watchThreshold: number) {
  if (!video || !lengthSeconds) return [];
  const within = ({ at }: { at: number }) => at < lengthSeconds;
  return [
    {
      lessonId,
      videoId: video.id,
      lengthSeconds,
      thresholdPercent: watchThreshold,
      chapters: chaptersSchema.parse(chapters).filter(within),
      slides: slidesSchema.parse(slides).filter(within),
      captions: captions.map(({ locale, vtt }) => ({ locale, vtt, captionSha256: sha256Of(vtt) })),
    },
  ];
}

function fingerprint(lecture: ReturnType<typeof frozen>[number]): string {
  const captions = lecture.captions.map(({ locale, captionSha256 }) => [locale, captionSha256]);
  return JSON.stringify({ ...lecture, captions });
}

async function write(tx: Tx, releaseId: string, lectures: ReturnType<typeof frozen>): Promise<void> {
  const captions = lectures.flatMap(({ lessonId, captions }) => captions.map((one) => ({ ...one, lessonId })));
  await tx.captionText.createMany({
    data: captions.map(({ captionSha256, vtt }) => ({ sha256: captionSha256, vtt })),
    skipDuplicates: true,
  });
  await tx.releaseLecture.createMany({
    data: lectures.map(({ captions: _, ...lecture }) => ({ ...lecture, releaseId })),
  });
  await tx.releaseCaptions.createMany({ data: captions.map(({ vtt: _, ...one }) => ({ ...one, releaseId })) });
  await pushCaptionsOf(
    tx,
    lectures.map(({ videoId }) => videoId),
  );
}

async function findChanged(
  tx: Tx,
  { releaseId, lectures }: { releaseId: string; lectures: ReturnType<typeof frozen> },
): Promise<string[]> {
  const released = await tx.releaseLecture.findMany({
    where: { releaseId },
    select: {
      ...{ lessonId: true, videoId: true, lengthSeconds: true, thresholdPercent: true, chapters: true, slides: true },
      captions: { select: { locale: true, captionSha256: true }, orderBy: { locale: "asc" } },
    },
  });
  const before = new Map(
    released.map(({ chapters, slides, ...lecture }) => [
      lecture.lessonId,
      { ...lecture, chapters: chaptersSchema.parse(chapters), slides: slidesSchema.parse(slides) },
    ]),
  );
  const differs = ({ captions, ...lecture }: (typeof lectures)[number]) => {
    const known = before.get(lecture.lessonId);
    const shown = { ...lecture, captions: captions.map(({ locale, captionSha256 }) => ({ locale, captionSha256 })) };
    return known !== undefined && !isDeepStrictEqual(known, shown);
  };
  return lectures.filter(differs).map(({ lessonId }) => lessonId);
}

/**
 * The lectures of a draft with their captions, chapters and slides, and the share of them that must be played.
 * Problems: `noVideo`, `videoNotReady`, `videoFailed`.
 */
export const freezeLectures: FreezeBodies = async (tx, course) => {
  const lessons = course.sections.flatMap((section) => section.lessons.filter(({ kind }) => kind === "lecture"));
  if (lessons.length === 0)
    return { problems: [], fingerprints: [], changedSince: async () => [], write: async () => undefined };
  const drafts = await findDrafts(tx, lessons);
  const lectures = lessons.flatMap(({ id }) => {
    const lecture = drafts.get(id);
    return lecture ? frozen(lecture, course.watchThreshold) : [];
  });
  return {
    problems: lessons.flatMap((lesson) => problemOf(lesson, drafts.get(lesson.id)) ?? []),
    fingerprints: lectures.map(fingerprint),
    changedSince: (releaseId) => findChanged(tx, { releaseId, lectures }),
    write: (releaseId) => write(tx, releaseId, lectures),
  };
};
