import { z } from "zod";
import { findUntold } from "#app/features/notification/find-untold.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { accessEndingMail, cohortStartingMail } from "./place-notices.ts";
import { tellAboutPlace } from "./tending/tell-about-place.server.ts";

const HOUR = 3_600_000;
/** How long before it begins those of a cohort are told, and how long before her time ends a learner is. */
const BEFORE_START = 48 * HOUR;
const BEFORE_END = 7 * 24 * HOUR;
/** As many are told in one transaction. */
const AT_ONCE = 100;

type Near = { enrolmentId: string; userId: string; at: Date };

/** Looks each hour for what is near in learners' places. */
export const tellOfPlacesJob = { name: "tellOfPlaces", payload: z.unknown() };

/**
 * Tells learners whose cohort begins within two days, and those who have not completed a course and may read it for a
 * week more. Each once for each moment: a cohort that is put off is told of again.
 */
export async function tellOfPlaces({ db }: { db: Db }, { now }: { now: Date }): Promise<void> {
  await inPages(
    (after) => findStarting(db, { now, after }),
    (near) => tell(db, near, { kind: cohortStartingMail, now }),
  );
  await inPages(
    (after) => findEnding(db, { now, after }),
    (near) => tell(db, near, { kind: accessEndingMail, now }),
  );
}

async function inPages(
  find: (after: string | undefined) => Promise<Near[]>,
  tellThem: (near: Near[]) => Promise<void>,
) {
  for (let after: string | undefined; ; ) {
    const near = await find(after);
    await tellThem(near);
    if (near.length < AT_ONCE) return;
    after = near.at(-1)?.enrolmentId;
  }
}

async function findStarting(db: Db, { now, after }: { now: Date; after: string | undefined }): Promise<Near[]> {
  const found = await db.enrolment.findMany({
    where: {
      ...{ state: "active", id: { gt: after }, course: { deletedAt: null } },
      cohort: { startsAt: { gt: now, lte: new Date(now.getTime() + BEFORE_START) } },
    },
    ...{
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, userId: true, cohort: { select: { startsAt: true } } },
    },
  });
  return found.flatMap(({ id, userId, cohort }) => (cohort ? [{ enrolmentId: id, userId, at: cohort.startsAt }] : []));
}

async function findEnding(db: Db, { now, after }: { now: Date; after: string | undefined }): Promise<Near[]> {
  const found = await db.enrolment.findMany({
    where: {
      ...{ state: "active", completedAt: null, id: { gt: after }, course: { deletedAt: null } },
      accessUntil: { gt: now, lte: new Date(now.getTime() + BEFORE_END) },
    },
    ...{ orderBy: { id: "asc" }, take: AT_ONCE, select: { id: true, userId: true, accessUntil: true } },
  });
  return found.flatMap(({ id, userId, accessUntil }) =>
    accessUntil ? [{ enrolmentId: id, userId, at: accessUntil }] : [],
  );
}

async function tell(
  db: Db,
  near: Near[],
  { kind, now }: { kind: typeof cohortStartingMail | typeof accessEndingMail; now: Date },
): Promise<void> {
  const keyed = near.map((one) => ({ ...one, key: `${kind.name}:${one.enrolmentId}:${one.at.toISOString()}` }));
  const untold = await findUntold(db, keyed);
  if (untold.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const { enrolmentId, at, key } of untold)
      await tellAboutPlace(tx, kind, {
        enrolmentId,
        key,
        now,
        values: (place) => ({ ...place, at: at.toISOString() }),
      });
  });
}

export const tellOfPlacesHandler = jobHandler(tellOfPlacesJob, ({ db, clock }) =>
  tellOfPlaces({ db }, { now: clock.now() }),
);
