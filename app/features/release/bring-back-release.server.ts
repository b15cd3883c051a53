import { canReleaseCourse } from "#app/features/course/course-access.ts";
import { pushCaptionsOf } from "#app/features/lecture/push-captions.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { publishRelease } from "./publish-release.server.ts";
import { releaseParts } from "./release-parts.ts";

const TIMEOUT_MS = 60_000;

/**
 * Makes a new release of a course that holds what an older one held; the draft stays as it is. Where learners see
 * just that already, nothing is made. Throws 404 where the actor may not release the course or there is no release of
 * this number.
 */
export async function bringBackRelease(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, number }: { course: string; number: number },
): Promise<{ number: number }> {
  const course = await db.course.findUnique({
    where: { slug },
    select: { id: true, deletedAt: true, instructors: { select: { instructorId: true, role: true } } },
  });
  if (!course || !canReleaseCourse(actor, course)) throw notFound();
  const courseId = course.id;
  const work = async (tx: Tx) => {
    // As for any release of the course: the number must be the next one.
    await tx.$queryRaw`select 1 from "Course" where "id" = ${courseId}::uuid for update`;
    const older = await findOlder(tx, { courseId, number });
    const { id, number: made } = await tx.release.create({
      data: { ...older.data, courseId, bringsBack: number, createdById: actor.id },
      select: { id: true, number: true },
    });
    for (const part of releaseParts) await copy(tx, { part, from: older.id, to: id });
    const lectures = await tx.releaseLecture.findMany({ where: { releaseId: id }, select: { videoId: true } });
    await pushCaptionsOf(
      tx,
      lectures.map(({ videoId }) => videoId),
    );
    await publishRelease(tx, { courseId, releaseId: id, clock });
    return { number: made };
  };
  return inTransaction(db, work, { timeoutMs: TIMEOUT_MS });
}

async function findOlder(tx: Tx, { courseId, number }: { courseId: string; number: number }) {
  const older = await tx.release.findUnique({
    where: { courseId_number: { courseId, number } },
    select: {
      ...{ id: true, outline: true, sha256: true, dropLowest: true },
      course: {
        select: {
          currentRelease: { select: { sha256: true } },
          releases: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
        },
      },
    },
  });
  if (!older) throw notFound();
  const { id, outline, sha256, dropLowest, course } = older;
  if (course.currentRelease?.sha256 === sha256) {
    throw new ExpectedError({
      ...{ code: "alreadyShown", messageKey: "release:errors.alreadyShown", status: 409, values: { number } },
    });
  }
  const next = (course.releases[0]?.number ?? 0) + 1;
  return { id, data: { number: next, outline: outline ?? {}, sha256, dropLowest } };
}

async function copy(
  tx: Tx,
  { part: { table, columns }, from, to }: { part: (typeof releaseParts)[number]; from: string; to: string },
): Promise<void> {
  const names = Prisma.raw(columns.map((name) => `"${name}"`).join(", "));
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} ("releaseId", ${names})
    SELECT ${to}::uuid, ${names} FROM ${Prisma.raw(`"${table}"`)} WHERE "releaseId" = ${from}::uuid`;
}
