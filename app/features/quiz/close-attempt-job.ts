import { z } from "zod";

/** Submits an attempt whose time is over with what was saved of it. Added some minutes before its end (`planClosings`). */
export const closeAttemptJob = { name: "closeAttempt", payload: z.object({ attemptId: z.uuid() }), maxAttempts: 24 };

/**
 * Submits every attempt that is open past its grace: those whose own job a killed process took with it, or that failed
 * too often. Added every minute, and when a process begins.
 */
export const closeOverdueJob = { name: "closeOverdueAttempts", payload: z.object({}), maxAttempts: 1 };

/** Completes the lesson of an attempt that earned it. Added with the grade, so that no crash can come between. */
export const completeQuizJob = { name: "completeQuiz", payload: z.object({ attemptId: z.uuid() }), maxAttempts: 24 };
