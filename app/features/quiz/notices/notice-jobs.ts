import { z } from "zod";

/** Tells a learner that her attempt is graded, or graded otherwise than she was told. */
export const tellGradedJob = { name: "tellGraded", payload: z.object({ attemptId: z.uuid() }), maxAttempts: 24 };

/** Tells all whose grade a correction changed. */
export const tellCorrectionJob = {
  name: "tellCorrection",
  payload: z.object({ correctionId: z.uuid() }),
  maxAttempts: 24,
};
