import { randomUUID } from "node:crypto";
import { freeSeat } from "#app/features/enrolment/seats.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";

export type SameCourse = {
  course: string;
  /** Which account's progress is the further, and goes on. */
  further: "kept" | "closed";
  keptShare: number;
  closedShare: number;
};

type Pair = { kept: string; closed: string; now: Date };

type Place = {
  id: string;
  courseId: string;
  cohortId: string | null;
  state: "active" | "withdrawn" | "suspended";
  completedAt: Date | null;
  completedRequired: number;
  required: number;
  course: { slug: string };
};

const shareOf = ({ completedRequired, required }: Place) => (required === 0 ? 0 : completedRequired / required);

/** How far a place has come: a finished one before one that is not, then by the share, then one that still is a place. */
const reach = (place: Place) => [place.completedAt ? 1 : 0, shareOf(place), place.state === "active" ? 1 : 0];

function isFurther(one: Place, other: Place): boolean {
  const [mine, hers] = [reach(one), reach(other)];
  const differs = mine.findIndex((value, index) => value !== hers[index]);
  return differs >= 0 && (mine[differs] ?? 0) > (hers[differs] ?? 0);
}

async function placesOf(tx: Tx, userId: string): Promise<Place[]> {
  await tx.$queryRaw`SELECT 1 FROM "Enrolment" WHERE "userId" = ${userId}::uuid ORDER BY "id" FOR UPDATE`;
  return tx.enrolment.findMany({ where: { userId }, include: { course: { select: { slug: true } } } });
}

/** Lets two places in one course change their persons, past the index by which a person has one of them. */
async function swap(
  tx: Tx,
  { one, other, kept, closed }: { one: string; other: string; kept: string; closed: string },
) {
  const parking = await tx.user.create({ data: { name: "-", email: `${randomUUID()}@parking.invalid` } });
  await tx.enrolment.update({ where: { id: one }, data: { userId: parking.id } });
  await tx.enrolment.update({ where: { id: other }, data: { userId: kept } });
  await tx.enrolment.update({ where: { id: one }, data: { userId: closed } });
  await tx.user.delete({ where: { id: parking.id } });
}

/** Withdraws the place that does not go on, so that it takes no seat. All that was learned in it stays. */
async function withdraw(tx: Tx, { place, now }: { place: Place; now: Date }) {
  if (place.state !== "active") return;
  await tx.enrolment.update({ where: { id: place.id }, data: { state: "withdrawn", withdrawnAt: now } });
  await freeSeat(tx, place);
}

/** Gives the places of the closed account to the one that is kept; of a course in both, the further goes on. */
export async function mergeEnrolments(tx: Tx, { kept, closed, now }: Pair) {
  const mine = new Map((await placesOf(tx, kept)).map((place) => [place.courseId, place]));
  const sameCourses: SameCourse[] = [];
  let moved = 0;
  for (const place of await placesOf(tx, closed)) {
    const held = mine.get(place.courseId);
    if (!held) {
      await tx.enrolment.update({ where: { id: place.id }, data: { userId: kept } });
      moved += 1;
      continue;
    }
    const further = isFurther(place, held);
    if (further) await swap(tx, { one: held.id, other: place.id, kept, closed });
    await withdraw(tx, { place: further ? held : place, now });
    const shares = { keptShare: shareOf(held), closedShare: shareOf(place) };
    sameCourses.push({ course: place.course.slug, further: further ? "closed" : "kept", ...shares });
  }
  return { moved, sameCourses };
}
