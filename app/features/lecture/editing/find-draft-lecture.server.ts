import { findTextTitles } from "#app/features/lesson/editing/find-text-titles.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { readVtt } from "../captions/read-vtt.ts";
import { keepsLength, lengthOf } from "../lecture-length.ts";
import { chaptersSchema, slidesSchema } from "../lecture-schema.ts";
import type { Cue } from "../playback.ts";
import { countWatching } from "./count-watching.server.ts";
import { openLectureDraft } from "./open-draft.server.ts";

type Ctx = Pick<PersonContext, "db" | "actor">;
type Address = { course: string; lesson: string };

const videoColumns = {
  id: true,
  state: true,
  fileName: true,
  bytes: true,
  durationMs: true,
  failure: true,
  createdAt: true,
} satisfies Prisma.VideoSelect;

const columns = {
  preview: true,
  section: { select: { titles: true } },
  course: { select: { texts: { select: { locale: true, title: true } }, currentReleaseId: true } },
  videos: { select: videoColumns, orderBy: { createdAt: "desc" }, take: 1 },
  lecture: {
    select: {
      lengthSeconds: true,
      chapters: true,
      slides: true,
      video: { select: videoColumns },
      captions: { select: { locale: true, vtt: true, updatedAt: true }, orderBy: { locale: "asc" } },
    },
  },
} satisfies Prisma.LessonSelect;

type Video = Prisma.VideoGetPayload<{ select: typeof videoColumns }>;

export type DraftCaptions = { locale: Locale; cues: Cue[]; updatedAt: string };

function readCaptions(rows: { locale: string; vtt: string; updatedAt: Date }[]): DraftCaptions[] {
  return rows.map(({ locale, vtt, updatedAt }) => {
    const read = readVtt(vtt);
    // Only what was read before is ever kept.
    if (!read.ok) throw new Error(`The captions kept in ${locale} cannot be read`);
    return { locale: localeSchema.parse(locale), cues: read.cues, updatedAt: updatedAt.toISOString() };
  });
}

function viewVideo({ bytes, createdAt: _, ...video }: Video) {
  return { ...video, bytes: Number(bytes) };
}

/** The last video that was uploaded for the lesson, where it came after the one that the lecture has. */
function findOffered(videos: Video[], current: Video | null | undefined): Video | null {
  const [latest] = videos;
  if (!latest || latest.id === current?.id || latest.state === "cancelled") return null;
  return current && latest.createdAt < current.createdAt ? null : latest;
}

/** What it would mean that a video takes the place of the one that the lecture has. */
async function compare(
  ctx: Ctx,
  { lessonId, before, video }: { lessonId: string; before: number | null; video: Video | null },
) {
  if (!video || video.durationMs === null) return null;
  const after = lengthOf(video.durationMs);
  const keeps = before === null || keepsLength(before, after);
  const learners = before === null ? 0 : await countWatching(ctx.db, { lessonId, lengthSeconds: before });
  return { before, after, keeps, learners };
}

/**
 * The draft of a lecture with all that its editor shows: titles, captions as cues, the video it has and
 * the one that waits to take its place. Throws 404 for who may not edit it.
 */
export async function findDraftLecture(ctx: Ctx, address: Address) {
  const { course, lesson } = await openLectureDraft(ctx, address);
  const found = await ctx.db.lesson.findUniqueOrThrow({ where: { id: lesson.id }, select: columns });
  const { lecture, videos } = found;
  const offered = findOffered(videos, lecture?.video);
  const lengthSeconds = lecture?.lengthSeconds ?? null;
  return {
    course: {
      slug: course.slug,
      locales: course.locales,
      titles: translatedSchema.parse(Object.fromEntries(found.course.texts.map((one) => [one.locale, one.title]))),
    },
    lesson: {
      ...lesson,
      released: await isReleased(ctx, { lessonId: lesson.id, releaseId: found.course.currentReleaseId }),
    },
    texts: await findTextTitles(ctx.db, { lessonId: lesson.id, locales: course.locales }),
    lengthSeconds,
    chapters: chaptersSchema.parse(lecture?.chapters ?? []),
    slides: slidesSchema.parse(lecture?.slides ?? []),
    captions: readCaptions(lecture?.captions ?? []),
    video: lecture?.video ? viewVideo(lecture.video) : null,
    offered: offered && viewVideo(offered),
    change: await compare(ctx, { lessonId: lesson.id, before: lengthSeconds, video: offered }),
  };
}

async function isReleased(
  { db }: Ctx,
  { lessonId, releaseId }: { lessonId: string; releaseId: string | null },
): Promise<boolean> {
  if (releaseId === null) return false;
  return (await db.releaseLecture.count({ where: { lessonId, releaseId } })) > 0;
}

export type DraftLecture = Awaited<ReturnType<typeof findDraftLecture>>;
