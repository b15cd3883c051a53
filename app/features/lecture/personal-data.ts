import { ofEnrolment, ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What lectures keep about people: what each played of them, and how much data that took. */
export const lectureData: PersonalData = {
  tables: [
    {
      table: "Watching",
      hers: ofEnrolment,
      gives: [
        "lessonId",
        "lengthSeconds",
        "watched",
        "rewatched",
        "spent",
        "openedAt",
        "positionSeconds",
        "positionAt",
      ],
      withholds: { inner: ["enrolmentId"] },
      onErasure: { act: "keep", why: "statistics" },
    },
    {
      table: "VideoDataUse",
      hers: ofUser("userId"),
      gives: ["month", "bytes"],
      withholds: { inner: ["userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "VideoDataSitting",
      hers: ofUser("userId"),
      gives: ["month", "bytes"],
      withholds: { inner: ["userId", "sitting"] },
      onErasure: { act: "remove" },
    },
  ],
  authors: [{ table: "Video", columns: ["uploadedById"] }],
  impersonal: [
    ...["Video", "VideoRendition", "Lecture", "LectureCaptions", "ReleaseLecture", "ReleaseCaptions", "CaptionText"],
    "MuxEvent",
  ],
};
