import type { Person } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { createCourse } from "#tests/factories/course.ts";
import { createSession } from "#tests/factories/person.ts";

type MadeCourse = Awaited<ReturnType<typeof createCourse>>;

/** Somebody as her own session shows her to the academy. */
export async function toPerson(db: Db, userId: string): Promise<Person> {
  const { session } = await createSession(db, userId);
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { instructor: true } });
  const { id, name, email, emailVerified, role, twoFactorEnabled, locale, timeZone, calendar, digits } = user;
  const rest = { twoFactorEnabled, locale, timeZone, calendar, digits };
  return {
    id,
    sessionId: session.id,
    name,
    email,
    emailVerified,
    role,
    instructorId: user.instructor?.id ?? null,
    ...rest,
  };
}

/** Gives somebody a place in a course. */
export async function enrol(db: Db, { userId, made }: { userId: string; made: MadeCourse }) {
  await db.course.update({ where: { id: made.course.id }, data: { seatsTaken: { increment: 1 } } });
  return db.enrolment.create({
    data: { userId, courseId: made.course.id, releaseId: made.release.id, required: made.lessons.length },
  });
}
