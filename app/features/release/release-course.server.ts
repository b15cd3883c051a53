import { createHash } from "node:crypto";
import { canReleaseCourse } from "#app/features/course/course-access.ts";
import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import { type DraftToRelease, draftToRelease, withoutFormerLanguages } from "#app/features/lesson/draft-to-release.ts";
import type { FrozenBodies } from "#app/features/lesson/frozen-bodies.ts";
import { askForForms } from "#app/features/lesson/media/make-forms.server.ts";
import { type RenderedText, renderDraft } from "#app/features/lesson/render-draft.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { outlineOf } from "./draft-outline.ts";
import { findFindings } from "./find-findings.server.ts";
import { freezeBodies } from "./freeze-bodies.server.ts";
import { publishRelease } from "./publish-release.server.ts";

const TIMEOUT_MS = 120_000;

/** `created` is false where the draft is what the current release shows already. */
export type Released = { number: number; created: boolean };

/**
 * Publishes a course's draft as its next numbered release. Only for those who may; for others there is no such
 * course. Throws the first error that the checks of a release find, and `lessonUnreadable`.
 */
export async function releaseCourse(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  input: { courseId: string; notes?: Translated },
): Promise<Released> {
  const course = await db.course.findUnique({
    where: { id: input.courseId },
    select: { deletedAt: true, instructors: { select: { instructorId: true, role: true } } },
  });
  if (!course || !canReleaseCourse(actor, course)) throw notFound();
  const createdById = actor?.id;
  return inTransaction(db, (tx) => releaseCourseUnsafe({ tx, clock }, { ...input, createdById }), {
    timeoutMs: TIMEOUT_MS,
  });
}

/** As `releaseCourse`, inside the caller's transaction and without asking who calls. */
export async function releaseCourseUnsafe(
  { tx, clock }: { tx: Tx; clock: Clock },
  { courseId, notes, createdById }: { courseId: string; notes?: Translated; createdById?: string },
): Promise<Released> {
  // One release of a course at a time: the number must be the next one.
  await tx.$queryRaw`select 1 from "Course" where "id" = ${courseId}::uuid for update`;
  const draft = await tx.course.findUnique({ where: { id: courseId }, select: draftToRelease });
  if (!draft) throw notFound();
  const course = withoutFormerLanguages(draft);
  const bodies = await freezeBodies(tx, course);
  const problem = (await findFindings(tx, { course, bodies })).find(({ level }) => level === "error");
  if (problem) {
    const { code, messageKey, values } = problem;
    throw new ExpectedError({ code, messageKey, values, status: 422 });
  }
  const texts = await renderDraft(tx, course);
  // Pages name the forms of pictures before they are made: a release waits for none of them.
  await askForForms(tx, course.media);
  const outline = outlineOf(course);
  const sha256 = hashRelease(outline, { texts, bodies, dropLowest: course.dropLowest });
  const current = course.currentRelease;
  if (current?.sha256 === sha256) {
    await publishRelease(tx, { courseId, releaseId: current.id, clock });
    return { number: current.number, created: false };
  }
  const number = (course.releases[0]?.number ?? 0) + 1;
  const releaseId = await writeRelease(tx, { course, outline, texts, data: { number, notes, sha256, createdById } });
  for (const { write } of bodies) await write(releaseId);
  await publishRelease(tx, { courseId, releaseId, clock });
  return { number, created: true };
}

/** Two drafts that would show learners the same have the same hash. */
function hashRelease(
  outline: ReleaseOutline,
  { texts, bodies, dropLowest }: { texts: RenderedText[]; bodies: FrozenBodies[]; dropLowest: number },
): string {
  const shown = texts.map(({ lessonId, locale, title, summary, renderingSha256 }) => [
    ...[lessonId, locale, title, summary, renderingSha256],
  ]);
  const fingerprints = bodies.flatMap((frozen) => frozen.fingerprints);
  // A course of texts alone keeps the hash that it had before there were other bodies.
  const parts: object[] = fingerprints.length > 0 ? [outline, shown, fingerprints] : [outline, shown];
  if (dropLowest > 0) parts.push({ dropLowest });
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** As the database takes them: nothing where nothing was written. */
const writtenNotes = (notes: Translated = {}) => (Object.keys(notes).length > 0 ? notes : undefined);

async function writeRelease(
  tx: Tx,
  {
    course,
    outline,
    texts,
    data,
  }: {
    course: DraftToRelease;
    outline: ReleaseOutline;
    texts: RenderedText[];
    data: { number: number; notes: Translated | undefined; sha256: string; createdById: string | undefined };
  },
): Promise<string> {
  await tx.lessonRendering.createMany({
    data: texts.map(({ renderingSha256, html, headings }) => ({ sha256: renderingSha256, html, headings })),
    skipDuplicates: true,
  });
  const { id: courseId, dropLowest } = course;
  const { id } = await tx.release.create({
    data: { ...data, notes: writtenNotes(data.notes), courseId, dropLowest, outline },
    select: { id: true },
  });
  const lessons = course.sections.flatMap((section) => section.lessons);
  await tx.releaseLesson.createMany({
    data: lessons.map(({ id: lessonId, texts: _, requires, ...lesson }, position) => ({
      ...lesson,
      requires: requires.map(({ requiredLessonId }) => requiredLessonId),
      releaseId: id,
      lessonId,
      position,
    })),
  });
  await tx.releaseLessonText.createMany({
    data: texts.map(({ html: _, headings: __, ...text }) => ({ ...text, releaseId: id })),
  });
  await tx.releaseMedia.createMany({
    data: course.media.map(({ sha256, contentType }) => ({ releaseId: id, sha256, contentType })),
    skipDuplicates: true,
  });
  return id;
}
