import { z } from "zod";

export const requestTabs = ["waiting", "decided"] as const;
export type RequestTab = (typeof requestTabs)[number];

/** What the search part of the queue's address holds. What is not understood counts as not said. */
export const requestsSearchSchema = z.object({
  state: z.enum(requestTabs).optional().catch(undefined),
  cursor: z.string().max(300).optional().catch(undefined),
});
