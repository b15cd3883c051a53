import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { changedMeanwhile } from "#app/features/lesson/editing/changed-meanwhile.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { chaptersSchema } from "../lecture-schema.ts";
import type { saveChaptersSchema } from "./edit-schema.ts";
import { openLectureDraft } from "./open-draft.server.ts";
import { ensureLecture } from "./save-captions.server.ts";

/** Saves a lecture's chapters where they are still as they were before (throws `changedMeanwhile`). */
export async function saveChapters(
  ctx: Pick<PersonContext, "db" | "actor">,
  { chapters, before, ...address }: { course: string; lesson: string } & z.output<typeof saveChaptersSchema>,
): Promise<void> {
  const { lesson } = await openLectureDraft(ctx, address);
  await inTransaction(ctx.db, async (tx) => {
    await ensureLecture(tx, lesson.id);
    const now = await tx.lecture.findUniqueOrThrow({ where: { lessonId: lesson.id }, select: { chapters: true } });
    if (!isDeepStrictEqual(chaptersSchema.parse(now.chapters), before)) throw changedMeanwhile();
    await tx.lecture.update({ where: { lessonId: lesson.id }, data: { chapters } });
  });
}
