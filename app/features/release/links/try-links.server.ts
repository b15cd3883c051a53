import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { leadsOutside, linksOf } from "../checks/links-of.ts";
import { type TryLinkOptions, tryLink } from "./try-link.server.ts";
import { tryLinksJob } from "./try-links-job.ts";

/** So many at once, and no more than so many for one course: whoever writes a course does not get to flood others. */
const AT_ONCE = 4;
const MOST = 500;

/** Has the outside links of a course's draft tried soon. Throws 404 where the actor may not edit the course. */
export async function tryLinks(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course }: { course: string },
): Promise<void> {
  const { id: courseId } = await openCourseDraft(ctx, { course });
  await addJob(ctx.db, tryLinksJob, { courseId }, { key: `try-links:${courseId}` });
}

/** Tries them, and keeps of each when it was tried and what came of it. */
export async function tryLinksOf(
  { db, clock, signal }: { db: Db; clock: Clock; signal?: AbortSignal },
  { courseId, options }: { courseId: string; options?: TryLinkOptions },
): Promise<{ tried: number; failed: number }> {
  const texts = await db.lessonText.findMany({
    where: { lesson: { courseId, removedAt: null, section: { removedAt: null } } },
    select: { document: true },
  });
  const documents = texts.flatMap(({ document }) => lessonDocumentSchema.safeParse(document).data ?? []);
  const waiting = [...new Set(documents.flatMap(linksOf).filter(leadsOutside))].slice(0, MOST);
  const result = { tried: 0, failed: 0 };
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined && !signal?.aborted; address = waiting.shift()) {
      const failure = await tryLink(address, options);
      const data = { checkedAt: clock.now(), failure };
      await db.triedLink.upsert({ where: { address }, create: { address, ...data }, update: data });
      result.tried += 1;
      if (failure !== null) result.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}

export const tryLinksHandler = jobHandler(tryLinksJob, async ({ db, clock, log, signal }, { courseId }) => {
  const result = await tryLinksOf({ db, clock, signal }, { courseId });
  log.info({ courseId, ...result }, "Tried the links of a course that lead outside");
});
