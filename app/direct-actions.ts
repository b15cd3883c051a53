import type { DirectActions } from "./platform/http/direct-actions.server.ts";
import { action as answers } from "./routes/resources/answers.ts";
import { action as attempts } from "./routes/resources/attempts.ts";
import { action as beats } from "./routes/resources/beats.ts";
import { action as completions } from "./routes/resources/completions.ts";
import { action as places } from "./routes/resources/places.ts";

/**
 * What players send, small and often: called without the router, which costs more than these do. Each stands in
 * routes.ts under the same address with the same action, where it is held against the security matrix.
 */
export const directActions: DirectActions = {
  "/resources/answers": answers,
  "/resources/attempts": attempts,
  "/resources/beats": beats,
  "/resources/completions": completions,
  "/resources/places": places,
};
