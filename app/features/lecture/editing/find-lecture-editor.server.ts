import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findLessonUpload } from "../find-upload.server.ts";
import { findDraftLecture } from "./find-draft-lecture.server.ts";
import { findDraftPlayback } from "./find-draft-playback.server.ts";
import { openLectureDraft } from "./open-draft.server.ts";

/** All that the page shows on which a lecture is edited. Throws 404 for who may not edit it. */
export async function findLectureEditor(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  address: { course: string; lesson: string },
) {
  const { lesson } = await openLectureDraft(ctx, address);
  // Before the rest, which is then never older: until this says that the video is ready, the page asks again.
  const upload = await findLessonUpload(ctx, { lessonId: lesson.id });
  const draft = await findDraftLecture(ctx, address);
  return { draft, upload, playback: await findDraftPlayback(ctx, draft) };
}
