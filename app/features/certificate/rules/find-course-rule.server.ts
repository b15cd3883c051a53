import { canGradeCourse } from "#app/features/course/course-access.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Rule } from "./rule-schema.ts";

/** What finishing a course brings, for all who teach it. Throws `notFound` to others. */
export async function findCourseRule(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<Pick<Rule, "rule" | "months" | "paid">> {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      deletedAt: true,
      certificateRule: true,
      certificateMonths: true,
      certificatePaid: true,
      instructors: { select: { instructorId: true, role: true } },
    },
  });
  if (!course || !canGradeCourse(actor, course)) throw notFound();
  return { rule: course.certificateRule, months: course.certificateMonths, paid: course.certificatePaid };
}
