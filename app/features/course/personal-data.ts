import { Prisma } from "#app/platform/db/generated/client.ts";
import { ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What courses keep about those who teach them. Who owns one gives it to somebody else before she leaves. */
export const courseData: PersonalData = {
  tables: [
    {
      table: "CourseInstructor",
      hers: ({ id }) =>
        Prisma.sql`t."instructorId" IN (SELECT i."id" FROM "Instructor" i WHERE i."userId" = ${id}::uuid)`,
      gives: ["courseId", "role"],
      withholds: { inner: ["instructorId", "position"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Instructor",
      hers: ofUser("userId"),
      gives: ["handle", "names", "headlines", "bios"],
      withholds: { inner: ["id", "userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "InstructorInvitation",
      hers: ({ email }) => Prisma.sql`t."email" = ${email}`,
      gives: ["courseId", "email", "role", "createdAt", "expiresAt", "acceptedAt", "withdrawnAt"],
      withholds: { secret: ["tokenSha256"], others: ["invitedById"], inner: ["id"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [{ table: "Release", columns: ["createdById"] }],
  impersonal: [
    ...["Subject", "Course", "CourseText", "CourseTitle", "CourseFormerSlug", "CourseReference", "Prerequisite"],
    ...["Cohort", "Programme", "ProgrammeCourse", "Release", "ReleaseLesson", "ReleaseLessonText", "ReleaseSelfCheck"],
    ...["LessonRendering", "ReleaseMedia"],
  ],
};
