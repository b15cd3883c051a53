/** The parts of a course's reports, in the order of their tabs; their words are `report:parts.<name>`. */
export const reportParts = [
  "enrolments",
  "completions",
  "lessons",
  "duration",
  "questions",
  "lectures",
  "grades",
] as const;
export type ReportPart = (typeof reportParts)[number];

export const timeSteps = ["day", "week", "month"] as const;
export type TimeStep = (typeof timeSteps)[number];

/** Where a part of a course's reports stands; the first is the room itself. */
export const reportPath = (course: string, part: ReportPart) =>
  part === "enrolments" ? `/teach/${course}/reports` : `/teach/${course}/reports/${part}`;

/** The same part as a table for spreadsheets. */
export const reportFilePath = (course: string, part: ReportPart) => `/teach/${course}/reports/${part}.csv`;
