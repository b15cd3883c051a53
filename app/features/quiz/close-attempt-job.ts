import { z } from "zod";

/** Submits an attempt whose time is over with what was saved of it. Added when the attempt begins. */
export const closeAttemptJob = { name: "closeAttempt", payload: z.object({ attemptId: z.uuid() }), maxAttempts: 24 };

/** Completes the lesson of an attempt that earned it. Added with the grade, so that no crash can come between. */
export const completeQuizJob = { name: "completeQuiz", payload: z.object({ attemptId: z.uuid() }), maxAttempts: 24 };
