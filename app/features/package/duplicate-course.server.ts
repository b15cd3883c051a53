import { canCreateCourse } from "#app/features/course/course-access.ts";
import { freeCourseSlug } from "#app/features/course/free-course-slug.server.ts";
import { ensureInstructor } from "#app/features/course/instructors/ensure-instructor.server.ts";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import type { CourseDraft, DraftVideo } from "./draft/course-draft.ts";
import { findCourseDraftsUnsafe } from "./draft/find-course-drafts.server.ts";
import { renewDraft } from "./draft/renew-draft.ts";
import { saveCourseDraft } from "./draft/save-course-draft.server.ts";
import { savePrerequisites } from "./import/apply-courses.server.ts";

const TIMEOUT_MS = 120_000;

/**
 * Makes another course of the draft of one that the actor may edit: a draft that she owns, with ids and a slug of its
 * own, its lessons, pictures, works cited, questions, quizzes and lectures. Learners, cohorts, releases, certificates
 * and those who teach it are not taken over, nor videos at Mux: `withoutVideo` counts the lectures that lack theirs.
 * Throws 404 for others.
 */
export async function duplicateCourse(
  { db, actor, clock, locale }: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  { course: slug }: { course: string },
): Promise<{ slug: string; withoutVideo: number }> {
  if (!canCreateCourse(actor)) throw notFound();
  const course = await openCourseDraft({ db, actor }, { course: slug });
  const held = (await findCourseDraftsUnsafe(db, [course.id])).get(course.id);
  if (!held) throw notFound();
  const { draft: renewed, withoutVideo } = renewDraft(held);
  await copyVideos(held.videos, renewed.videos, renewed.id);
  const made = await inTransaction(
    db,
    async (tx) => {
      const instructorId = await ensureInstructor(tx, actor, { locale });
      const draft: CourseDraft = {
        ...renewed,
        slug: await freeCourseSlug(tx, `${slug}-copy`),
        title: asCopy(held.title),
        instructors: [{ instructorId, role: "owner" }],
      };
      await saveCourseDraft(tx, draft, { now: clock.now() });
      await savePrerequisites(tx, draft);
      await copyCompanions(tx, { from: course.id, to: draft.id });
      return draft.slug;
    },
    { timeoutMs: TIMEOUT_MS },
  );
  return { slug: made, withoutVideo: withoutVideo.length };
}

function asCopy(titles: CourseDraft["title"]): CourseDraft["title"] {
  const entries = Object.entries(titles).map(([code, title]) => {
    const words = serverWords(localeSchema.parse(code)).of("course-making");
    return [code, words("duplicate.title", { title })];
  });
  return Object.fromEntries(entries);
}

/** Files of their own, so that removing a video of one course takes nothing from the other. */
async function copyVideos(from: DraftVideo[], to: DraftVideo[], courseId: string): Promise<void> {
  const store = largeFiles();
  const local = from.filter(({ mux }) => !mux);
  for (const [i, video] of local.entries()) {
    for (const [j, { storageKey, contentType }] of video.renditions.entries()) {
      const key = to[i]?.renditions[j]?.storageKey;
      if (!key || key === storageKey) throw new Error(`A video of ${courseId} has no key of its own`);
      await store.withPath(storageKey, (path) => store.put(key, { path, contentType }));
    }
  }
}

/** What stands beside a draft: works cited, and what is said of its pictures. */
async function copyCompanions(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "CourseReference" ("courseId", "key", "csl")
    SELECT ${to}::uuid, "key", "csl" FROM "CourseReference" WHERE "courseId" = ${from}::uuid ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE "CourseMedia" AS copy
    SET "credit" = own."credit", "licence" = own."licence", "width" = own."width", "height" = own."height"
    FROM "CourseMedia" own
    WHERE copy."courseId" = ${to}::uuid AND own."courseId" = ${from}::uuid AND own."path" = copy."path"`;
}
