import { unsafeFindReleaseLecture } from "#app/features/lecture/find-release-lecture.server.ts";
import { loadCues } from "#app/features/lecture/load-cues.server.ts";
import type { Cue } from "#app/features/lecture/playback.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findOpenLesson } from "./find-lesson-page.server.ts";
import { isReadable } from "./lesson-access.ts";

/** What is said in a lecture, in one language, for an actor who may read the lesson; 404 for everybody else. */
export async function findTranscript(
  ctx: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { course, lesson, language }: { course: string; lesson: string; language: Locale },
): Promise<{ locale: Locale; cues: Cue[] }> {
  const open = await findOpenLesson(ctx, { course, lesson });
  if (!isReadable(open.access)) throw notFound();
  const { releaseId, id: lessonId } = open.lesson;
  const lecture = await unsafeFindReleaseLecture(ctx.db, { releaseId, lessonId });
  const captions = lecture?.captions.find(({ locale }) => locale === language);
  if (!captions) throw notFound();
  return { locale: language, cues: await loadCues(ctx.db, captions.captionSha256) };
}
