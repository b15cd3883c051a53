/** Everything that belongs to a release by its id, by table and columns, those first to which others refer. */
export const releaseParts = [
  {
    table: "ReleaseLesson",
    columns: [
      ...["lessonId", "slug", "position", "kind", "minutes", "required", "preview"],
      ...["opensAt", "dripDays", "requires", "weight"],
    ],
  },
  { table: "ReleaseLessonText", columns: ["lessonId", "locale", "title", "summary", "renderingSha256"] },
  { table: "ReleaseSelfCheck", columns: ["lessonId", "questionId", "versionId"] },
  {
    table: "ReleaseLecture",
    columns: ["lessonId", "videoId", "lengthSeconds", "thresholdPercent", "chapters", "slides"],
  },
  { table: "ReleaseCaptions", columns: ["lessonId", "locale", "captionSha256"] },
  { table: "ReleaseQuiz", columns: ["lessonId", "rules", "plan"] },
  { table: "ReleaseMedia", columns: ["sha256", "contentType"] },
] as const;
