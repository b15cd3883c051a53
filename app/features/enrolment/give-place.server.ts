import type { Tx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { enrolledMail } from "./place-notices.ts";
import { freeSeat, takeSeat } from "./seats.server.ts";
import { tellAboutPlace } from "./tending/tell-about-place.server.ts";

export type Place = { courseId: string; userId: string; cohortId: string | null; now: Date };

/**
 * Gives a person a place in a course, pinned to the release that is current now, or her old one back with its release
 * and progress. Whether she may have it is for the caller to know: of price, window and prerequisites nothing is asked.
 * With `seat: "held"` the caller has taken the seat before; it is let go where she has a place already, and `given` is
 * then false. Throws `full` or `cohortFull` where a seat is to be taken and there is none, and 404 for a course that
 * was never released.
 */
export async function givePlace(
  tx: Tx,
  { seat, ...place }: Place & { seat: "held" | "take" },
): Promise<{ enrolmentId: string; given: boolean }> {
  const { courseId, cohortId, userId, now } = place;
  // The course's row is locked either way: requests of one person come one after the other, and the second finds the
  // first one's enrolment.
  const releaseId = seat === "take" ? (await takeSeat(tx, { courseId, cohortId })).releaseId : await lock(tx, courseId);
  const held = await tx.enrolment.findUnique({
    where: { userId_courseId: { userId, courseId } },
    select: { id: true, state: true },
  });
  if (!held) {
    const enrolmentId = await begin(tx, { ...place, releaseId });
    await tellEnrolled(tx, { enrolmentId, cohortId, now });
    return { enrolmentId, given: true };
  }
  if (held.state !== "withdrawn") {
    await freeSeat(tx, { courseId, cohortId });
    return { enrolmentId: held.id, given: false };
  }
  await tx.enrolment.update({
    where: { id: held.id },
    data: {
      state: "active",
      withdrawnAt: null,
      revokedAt: null,
      cohortId,
      ...(await freshAccess(tx, held.id, { cohortId, now })),
    },
  });
  await tellEnrolled(tx, { enrolmentId: held.id, cohortId, now });
  return { enrolmentId: held.id, given: true };
}

async function tellEnrolled(
  tx: Tx,
  { enrolmentId, cohortId, now }: Pick<Place, "cohortId" | "now"> & { enrolmentId: string },
): Promise<void> {
  const cohort = cohortId && (await tx.cohort.findUnique({ where: { id: cohortId }, select: { startsAt: true } }));
  const startsAt = cohort && cohort.startsAt > now ? cohort.startsAt.toISOString() : null;
  const key = `enrolled:${enrolmentId}:${now.toISOString()}`;
  await tellAboutPlace(tx, enrolledMail, { enrolmentId, values: (course) => ({ ...course, startsAt }), key });
}

async function lock(tx: Tx, courseId: string): Promise<string> {
  const [course] = await tx.$queryRaw<{ releaseId: string | null }[]>`
    SELECT "currentReleaseId" AS "releaseId" FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`;
  if (!course?.releaseId) throw notFound();
  return course.releaseId;
}

async function begin(tx: Tx, { courseId, userId, cohortId, now, releaseId }: Place & { releaseId: string }) {
  const [created] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Enrolment" ("userId", "courseId", "cohortId", "releaseId", "enrolledAt", "accessUntil",
      "required", "countedThrough")
    SELECT ${userId}::uuid, ${courseId}::uuid, ${cohortId}::uuid, r."id", ${now},
      -- Whoever joins a run that has begun has as many days as who enrols by herself.
      (SELECT greatest(k."startsAt", ${now}) + c."accessDays" * interval '24 hours' FROM "Course" c
        LEFT JOIN "Cohort" k ON k."id" = ${cohortId}::uuid WHERE c."id" = r."courseId"),
      (SELECT count(*)::int FROM "ReleaseLesson" l WHERE l."releaseId" = r."id" AND l."required"), r."number"
    FROM "Release" r WHERE r."id" = ${releaseId}::uuid
    RETURNING "id"`;
  if (!created) throw notFound();
  return created.id;
}

/** Who lost her place and was given it anew has her time anew; who only came back goes on with what she had. */
async function freshAccess(
  tx: Tx,
  enrolmentId: string,
  { cohortId, now }: Pick<Place, "cohortId" | "now">,
): Promise<{ accessUntil?: Date | null }> {
  const [row] = await tx.$queryRaw<{ accessUntil: Date | null }[]>`
    SELECT greatest(k."startsAt", ${now}) + c."accessDays" * interval '24 hours' AS "accessUntil"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId" LEFT JOIN "Cohort" k ON k."id" = ${cohortId}::uuid
    WHERE e."id" = ${enrolmentId}::uuid AND e."revokedAt" IS NOT NULL`;
  return row ?? {};
}
