import { z } from "zod";

/** Writes to a person what waits for her digest. */
export const sendDigestJob = { name: "sendDigest", payload: z.object({ userId: z.uuid() }) };

/** By which one digest of a person waits at a time. */
export const digestKey = (userId: string) => `digest:${userId}`;
