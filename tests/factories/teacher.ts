import type { Db } from "#app/platform/db/client.server.ts";
import type { InstructorRole } from "#app/platform/db/generated/enums.ts";
import { contextOf } from "./context.ts";
import { createInstructor } from "./person.ts";

/** Who holds a role in a course, and the context in which she asks. */
export async function createTeacher(
  db: Db,
  { courseId, role = "owner", now }: { courseId: string; role?: InstructorRole; now?: Date },
) {
  const { person, instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role } });
  return contextOf(db, person, { instructorId: instructor.id, ...(now ? { now } : {}) });
}
