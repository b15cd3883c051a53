import { z } from "zod";

/** The number of a job, as PostgreSQL counts them. */
const which = z.union([
  z.object({ job: z.string().regex(/^\d{1,18}$/) }).transform(({ job }) => ({ id: job })),
  z.object({ kind: z.string().regex(/^[\w-]{1,80}$/) }),
]);

const reason = z.string().trim().min(1, { error: "admin:jobs.reasonMissing" }).max(500);

/** What admins do about work that failed. `which` is one job or all of a kind. */
export const failedJobsSchemas = { which, giveUp: z.object({ reason }) };
