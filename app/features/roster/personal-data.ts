import { ofEnrolment, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What letters of courses keep about people. What somebody who teaches wrote to many stays the course's. */
export const rosterData: PersonalData = {
  tables: [
    {
      table: "CourseMessageRecipient",
      hers: ofEnrolment,
      gives: ["messageId", "sentAt", "failedAt"],
      withholds: { inner: ["enrolmentId"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [{ table: "CourseMessage", columns: ["authorId"] }],
  impersonal: ["CourseMessage"],
};
