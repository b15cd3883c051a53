import { z } from "zod";

/** Tries the addresses outside the academy to which the draft of a course links. */
export const tryLinksJob = { name: "tryLinks", payload: z.object({ courseId: z.uuid() }), maxAttempts: 3 };
