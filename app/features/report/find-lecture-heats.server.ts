import { z } from "zod";
import { unsafeFindHeats } from "#app/features/lecture/watching/find-heat.server.ts";
import type { Heat } from "#app/features/lecture/watching/heat.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";

/** Enough for a line as wide as a page; the page of the lecture shows more. */
const COLUMNS = 100;

const lectureSchema = z.object({
  lessonId: z.uuid(),
  slug: z.string(),
  lengthSeconds: z.number(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
});

export type LectureHeat = z.infer<typeof lectureSchema> & { heat: Heat };

/** How those asked for watch the lectures of the current release, in the order of the course. Two queries. */
export async function findLectureHeats(
  { db }: Pick<PersonContext, "db">,
  course: ReportedCourse,
): Promise<LectureHeat[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT l."lessonId", l."slug", v."lengthSeconds",
      (SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
        WHERE t."releaseId" = l."releaseId" AND t."lessonId" = l."lessonId") AS "titles"
    FROM "Course" c JOIN "ReleaseLesson" l ON l."releaseId" = c."currentReleaseId"
    JOIN "ReleaseLecture" v ON v."releaseId" = l."releaseId" AND v."lessonId" = l."lessonId"
    WHERE c."id" = ${course.courseId}::uuid ORDER BY l."position"`,
  );
  const lectures = lectureSchema.array().parse(rows);
  const heats = await unsafeFindHeats({ db }, { lectures, among: isAmong(course), most: COLUMNS });
  return lectures.flatMap((lecture, place) => {
    const heat = heats[place];
    return heat ? [{ ...lecture, heat }] : [];
  });
}
