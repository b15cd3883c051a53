import { z } from "zod";

export const makeExportJob = { name: "make-data-export", payload: z.object({ exportId: z.uuid() }), maxAttempts: 5 };
