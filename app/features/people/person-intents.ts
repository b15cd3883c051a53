/** What can be done on the page of a person. */
export const personIntents = [
  "view",
  "verifyAddress",
  "sendResetLink",
  "endSessions",
  "resetSecondFactor",
  "makeInstructor",
  "makeLearner",
  "makeAdmin",
  "suspend",
  "liftSuspension",
] as const;
export type PersonIntent = (typeof personIntents)[number];
