import type { Tx } from "#app/platform/db/client.server.ts";
import {
  type Erasing,
  nobody,
  ofEnrolment,
  ofUser,
  type PersonalData,
} from "#app/platform/personal-data/personal-table.ts";
import { freeSeat } from "./seats.server.ts";

/** Seats in courses that she did not finish are free for others. */
async function leaveCourses(tx: Tx, { whose, now }: Erasing): Promise<void> {
  const left = await tx.enrolment.updateManyAndReturn({
    where: { userId: whose.id, state: "active", completedAt: null },
    data: { state: "withdrawn", withdrawnAt: now },
    select: { courseId: true, cohortId: true },
  });
  for (const seat of left) await freeSeat(tx, seat);
}

/** What places in courses keep about people. */
export const enrolmentData: PersonalData = {
  tables: [
    {
      table: "Enrolment",
      hers: ofUser("userId"),
      gives: [
        ...["courseId", "cohortId", "state", "enrolledAt", "withdrawnAt", "completedRequired", "required"],
        ...["completedAt", "lastLessonId", "lastPlace", "lastSeenAt", "accessUntil", "revokedAt"],
      ],
      withholds: { inner: ["id", "userId", "releaseId", "countedThrough"] },
      onErasure: { act: "keep", why: "statistics" },
    },
    {
      table: "GradeOverride",
      hers: ofEnrolment,
      gives: ["lessonId", "share", "reason", "givenAt"],
      withholds: { inner: ["enrolmentId"], others: ["givenById"] },
      onErasure: { act: "keep", why: "statistics", clear: { reason: nobody } },
    },
  ],
  impersonal: [],
  erase: leaveCourses,
};
