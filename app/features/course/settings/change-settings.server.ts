import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openCourseDraft } from "../open-course-draft.server.ts";

export type SettingsContext = Pick<PersonContext, "db" | "actor">;
type OpenCourse = Awaited<ReturnType<typeof openCourseDraft>>;

/**
 * Does `work` with the draft of a course that the actor may edit, its row locked: of two who change its settings one
 * comes after the other. Throws 404 where there is none.
 */
export async function changeSettings<Done>(
  { db, actor }: SettingsContext,
  { course: slug }: { course: string },
  work: (tx: Tx, course: OpenCourse) => Promise<Done>,
): Promise<Done> {
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`select 1 from "Course" where "slug" = ${slug} for update`;
    return work(tx, await openCourseDraft({ db: tx, actor }, { course: slug }));
  });
}
