import { z } from "zod";

/**
 * Added by whatever publishes a release, in the same transaction: what the course now asks of those who learn in it
 * has changed. The work itself belongs to progress, which courses know nothing of.
 */
export const recountEnrolmentsJob = { name: "recountEnrolments", payload: z.object({ courseId: z.uuid() }) };
