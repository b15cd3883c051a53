import { as, nothingToSee, type VisitedPage } from "./visited-page.ts";

/** One's own room. */
export const accountPages: Record<string, VisitedPage[]> = {
  "/account": nothingToSee,
  "/account/profile": as("learner", "/account/profile"),
  "/account/certificates": as("learner", "/account/certificates"),
  "/account/video": as("learner", "/account/video"),
  "/account/orders": as("learner", "/account/orders"),
  // Only its buyer has it: the journey of buying looks at it.
  "/account/orders/:order": nothingToSee,
  "/account/scholarships": as("learner", "/account/scholarships"),
  "/account/orders/:order/invoice.pdf": nothingToSee,
  "/account/billing": as("learner", "/account/billing"),
  "/account/orders/:order/credit-notes/:note.pdf": nothingToSee,
  "/account/groups": as("learner", "/account/groups"),
  // Only who coordinates has these: the journey of a group looks at them.
  "/account/groups/:group": nothingToSee,
  "/account/groups/:group/codes": nothingToSee,
  "/account/groups/:group/codes.csv": nothingToSee,
  "/account/data": as("learner", "/account/data"),
  // Only who asked for one has it: the journey of who leaves looks at it.
  "/account/data/:export/archive.zip": nothingToSee,
  "/account/notifications": as("learner", "/account/notifications", "/account/notifications?show=unread"),
  "/account/notifications/preferences": as("learner", "/account/notifications/preferences"),
  "/account/security": as("learner", "/account/security"),
  "/account/security/second-factor": as("learner", "/account/security/second-factor"),
  "/account/agreements": as("learner", "/account/agreements"),
};
