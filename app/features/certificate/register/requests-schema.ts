import { z } from "zod";
import { requestTabs } from "./request-tabs.ts";

/** What the search part of the queue's address holds. What is not understood counts as not said. */
export const requestsSearchSchema = z.object({
  state: z.enum(requestTabs).default("waiting").catch("waiting"),
  cursor: z.string().max(300).optional().catch(undefined),
});
