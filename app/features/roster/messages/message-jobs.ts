import { z } from "zod";

// Mails that somebody waits for, such as for a new password, go first.
const LATER = 10;

/** Adds a mail for each learner to whom a message has still to go. */
export const spreadMessageJob = {
  name: "spreadCourseMessage",
  payload: z.object({ messageId: z.uuid() }),
  priority: LATER,
};

/** Sends a message to one of them. */
export const tellRecipientJob = {
  name: "tellCourseMessage",
  payload: z.object({ messageId: z.uuid(), enrolmentId: z.uuid() }),
  priority: LATER,
};
