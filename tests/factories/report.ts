import { findReportedCourse, type ReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportChoiceSchema } from "#app/features/report/report-schema.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createTeacher } from "./sat-quiz.ts";

type Asked = { course: ReportedCourse; ctx: PersonContext };

/** What somebody who teaches the course asks for, at `now`. */
export async function askForReport(
  db: Db,
  { made, search = {}, now }: { made: { course: { id: string; slug: string } }; search?: object; now?: Date },
): Promise<Asked> {
  const ctx = await createTeacher(db, { courseId: made.course.id, role: "assistant", now });
  const choice = reportChoiceSchema.parse(search);
  return { ctx, course: await findReportedCourse(ctx, { course: made.course.slug, choice }) };
}
