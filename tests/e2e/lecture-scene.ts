import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeVtt } from "#app/features/lecture/captions/write-vtt.ts";
import { readMultirange } from "#app/features/lecture/watching/seconds.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createVideo } from "#tests/factories/lecture.ts";
import { type AcademyDb, academyFolder, longAgo, withAcademyDatabase } from "./academy-database.ts";

const files = { original: "minute.mp4", audio: "minute.m4a" };

function cuesIn(language: "ar" | "en") {
  const text = (i: number) => (language === "ar" ? `السطر رقم ${i + 1} من المحاضرة.` : `Line ${i + 1} of the lecture.`);
  return Array.from({ length: 10 }, (_, i) => ({ from: i * 6, to: i * 6 + 6, text: text(i) }));
}

async function addCaptions(db: AcademyDb, language: "ar" | "en") {
  const vtt = writeVtt(cuesIn(language));
  const captionSha256 = createHash("sha256").update(vtt).digest("hex");
  await db.captionText.createMany({ data: [{ sha256: captionSha256, vtt }], skipDuplicates: true });
  return { locale: language, captionSha256 };
}

async function addVideo(db: AcademyDb, courseId: string) {
  const video = await createVideo(db, { courseId });
  const place = join(academyFolder(), "large-files", "videos", video.id);
  mkdirSync(place, { recursive: true });
  for (const name of ["original", "audio"] as const) {
    const file = `tests/fixtures/video/${files[name]}`;
    const bytes = statSync(file).size;
    copyFileSync(file, join(place, name));
    const contentType = name === "audio" ? "audio/mp4" : "video/mp4";
    const height = name === "audio" ? null : 360;
    const bitsPerSecond = Math.round((bytes * 8) / 60);
    const storageKey = `videos/${video.id}/${name}`;
    await db.videoRendition.create({
      data: { videoId: video.id, name, contentType, bytes: BigInt(bytes), height, bitsPerSecond, storageKey },
    });
  }
  return video;
}

/** Other titles than those of the sample courses, which other journeys look for in the same catalogue. */
const courseTexts = [
  { locale: "ar", title: "محاضرة للتجربة", summary: "محاضرة من ستين ثانية.", outcomes: [] },
  { locale: "en", title: "A lecture to try", summary: "A lecture of sixty seconds.", outcomes: [] },
];

/** A published course whose one lesson is a lecture of sixty seconds, with captions in Arabic and English, and chapters. */
export async function createLectureCourse({ preview = false } = {}) {
  return withAcademyDatabase(async (db) => {
    const lesson = { id: randomUUID(), slug: "lecture", required: true, preview, kind: "lecture" as const };
    const { course, release } = await createCourse(db, {
      lessons: [lesson],
      publishedAt: longAgo,
      texts: { create: courseTexts },
      // Journeys that look for a course of the sample filter by its level.
      level: "advanced",
    });
    const video = await addVideo(db, course.id);
    const captions = [await addCaptions(db, "ar"), await addCaptions(db, "en")];
    await db.releaseLecture.create({
      data: {
        releaseId: release.id,
        lessonId: lesson.id,
        videoId: video.id,
        lengthSeconds: 60,
        thresholdPercent: 90,
        chapters: [
          { at: 0, titles: { ar: "الموقع والماء", en: "The site and its water" } },
          { at: 30, titles: { ar: "النقش", en: "The inscription" } },
        ],
        slides: [],
        captions: { create: captions },
      },
    });
    return { slug: course.slug, path: `/learn/${course.slug}/${lesson.slug}`, lessonId: lesson.id };
  });
}

/** The seconds of a lecture that the academy has counted for its one learner, as ranges. */
export async function countedSeconds(lessonId: string) {
  return withAcademyDatabase(async (db) => {
    const rows = await db.$queryRaw<{ watched: string }[]>`
      SELECT "watched"::text FROM "Watching" WHERE "lessonId" = ${lessonId}::uuid`;
    return readMultirange(rows[0]?.watched ?? "");
  });
}
