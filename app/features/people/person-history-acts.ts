/** What the audit log says of a person's account, for which there are words. */
export const personActs = [
  "changeRole",
  "makeAdmin",
  "makeInstructor",
  "suspend",
  "liftSuspension",
  "verifyAddress",
  "sendResetLink",
  "endSessions",
  "resetSecondFactor",
  "view",
  "endView",
  "merge",
  "invite",
] as const;
