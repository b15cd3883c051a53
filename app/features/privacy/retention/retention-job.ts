import { z } from "zod";

/** Removes what is no longer needed, each night. */
export const retentionJob = { name: "retention", payload: z.object({}).loose(), maxAttempts: 3 };
