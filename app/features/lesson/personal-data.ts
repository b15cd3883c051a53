import { ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What the making of lessons keeps about people. What they wrote for a course stays the course's. */
export const lessonData: PersonalData = {
  tables: [
    {
      table: "EditingPresence",
      hers: ofUser("userId"),
      gives: ["lessonId", "locale", "seenAt"],
      withholds: { inner: ["tab", "userId"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [{ table: "LessonTextVersion", columns: ["authorId"] }],
  impersonal: [
    ...["Section", "Lesson", "LessonText", "LessonPrerequisite", "LessonTextVersion", "PictureForm", "CourseMedia"],
    "TriedLink",
  ],
};
