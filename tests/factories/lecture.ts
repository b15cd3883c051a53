import { randomUUID } from "node:crypto";
import { writeVtt } from "#app/features/lecture/captions/write-vtt.ts";
import type { Chapter, Slide } from "#app/features/lecture/lecture-schema.ts";
import type { Cue } from "#app/features/lecture/playback.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

const paragraph = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text }] }],
});

/** A video that can be watched, of 60 seconds. */
export async function createVideo(
  db: Db,
  { courseId, ...overrides }: { courseId: string } & Partial<Prisma.VideoUncheckedCreateInput>,
) {
  return db.video.create({
    data: {
      courseId,
      provider: "local",
      state: "ready",
      fileName: "minute.mp4",
      bytes: 1_000_000n,
      durationMs: 60_000,
      width: 1280,
      height: 720,
      ...overrides,
    },
  });
}

/**
 * A lecture in a course's draft, in a section of its own, with texts in Arabic and English. Without `video: null`
 * it has a video of 60 seconds.
 */
export async function createLecture(
  db: Db,
  {
    courseId,
    slug = `lecture-${randomUUID().slice(0, 8)}`,
    lengthSeconds = 60,
    chapters = [],
    slides = [],
    captions = {},
    video,
  }: {
    courseId: string;
    slug?: string;
    lengthSeconds?: number;
    chapters?: Chapter[];
    slides?: Slide[];
    captions?: Partial<Record<Locale, Cue[]>>;
    video?: null;
  },
) {
  const position = await db.section.count({ where: { courseId } });
  const section = await db.section.create({ data: { courseId, position, titles: { ar: "محاضرات", en: "Lectures" } } });
  const made = video === null ? null : await createVideo(db, { courseId, durationMs: lengthSeconds * 1000 });
  const lesson = await db.lesson.create({
    data: {
      courseId,
      sectionId: section.id,
      slug,
      position: 0,
      minutes: 1,
      kind: "lecture",
      texts: {
        create: (["ar", "en"] as const).map((locale) => ({
          locale,
          title: locale === "ar" ? "محاضرة" : "A lecture",
          summary: "",
          document: paragraph("What the lecture is about."),
        })),
      },
      lecture: {
        create: {
          videoId: made?.id,
          lengthSeconds: made ? lengthSeconds : null,
          chapters,
          slides,
          captions: {
            create: Object.entries(captions).map(([locale, cues]) => ({ locale, vtt: writeVtt(cues) })),
          },
        },
      },
    },
  });
  return { lesson, section, video: made };
}
