import type { CertificateFor } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { issueCertificate } from "#app/features/certificate/issuing/issue-certificate.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import type { openTestDatabase } from "#tests/setup/database.ts";
import { contextOf } from "./context.ts";
import { createCourse } from "./course.ts";
import { createEnrolment } from "./enrolment.ts";
import { createPerson } from "./person.ts";

export const NAMES = { fullNameArabic: "آمنة يوسف الأنصاري", fullNameLatin: "Amina Yusuf al-Ansari" };

type Names = { fullNameArabic: string | null; fullNameLatin: string | null };

/** A learner with names for certificates who has finished a course. */
export async function createFinished(
  db: Db,
  {
    course: given,
    names = NAMES,
    cohortId = null,
    finishedAt = new Date("2026-11-20T09:00:00Z"),
  }: {
    course?: { id: string; slug: string };
    names?: Names;
    cohortId?: string | null;
    finishedAt?: Date;
  } = {},
) {
  const course = given ?? (await createCourse(db)).course;
  const { person, enrolmentId } = await createEnrolment(db, { course, cohortId });
  const learner = await db.user.update({ where: { id: person.id }, data: names });
  await finish(db, { enrolmentId, finishedAt });
  return { course, learner, enrolmentId, ctx: contextOf(db, learner) };
}

/** Lets an enrolment be finished, as its last completion does. */
export async function finish(db: Db, { enrolmentId, finishedAt }: { enrolmentId: string; finishedAt?: Date }) {
  await db.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: finishedAt ?? new Date() } });
}

/** The context in which an admin asks. */
export async function createAdmin(db: Db, { now }: { now?: Date } = {}): Promise<PersonContext> {
  const admin = await createPerson(db, { role: "admin", name: "Idris Salim" });
  return contextOf(db, admin, now ? { now } : {});
}

/** A programme of courses, in order. */
export async function createProgramme(
  db: Db,
  { courses, rule = "automatic" }: { courses: { id: string }[]; rule?: "none" | "automatic" | "approval" },
) {
  return db.programme.create({
    data: {
      slug: `programme-${crypto.randomUUID()}`,
      titles: { ar: "دبلوم", en: "Diploma" },
      summaries: { ar: "ثلاث دورات", en: "Three courses" },
      certificateRule: rule,
      courses: { create: courses.map(({ id }, position) => ({ courseId: id, position })) },
    },
  });
}

/** A certificate that a learner has earned, issued by the academy itself. */
export async function createIssued(
  db: Db,
  { now = new Date(), ...options }: Parameters<typeof createFinished>[1] & { now?: Date } = {},
) {
  const finished = await createFinished(db, options);
  const subject: CertificateFor = { courseId: finished.course.id };
  const { id, serial } = await issueCertificate(
    { db, actor: null, clock: { now: () => now } },
    { userId: finished.learner.id, for: subject, cause: "earned" },
  );
  return { ...finished, certificateId: id, serial };
}

/** What a job is called with. */
export const jobContext = (db: Db, now?: Date) => ({ db, log, clock: now ? { now: () => now } : systemClock });

/** The waiting mails of a kind to one person: what each says. */
export async function waitingMails(
  { connections }: Pick<ReturnType<typeof openTestDatabase>, "connections">,
  { mail, to }: { mail?: string; to: string },
) {
  const { rows } = await connections.query(
    `select payload from graphile_worker._private_jobs where payload->>'to' = $1
      and coalesce(payload->>'mail' = $2, payload->>'mail' <> 'enrolled') order by id`,
    [to, mail ?? null],
  );
  return rows.map(({ payload }) => payload);
}
