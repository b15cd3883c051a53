import { z } from "zod";
import { momentOf } from "#app/platform/clock/local-time.ts";

/** Why something is done upon a learner; she reads it. */
const reason = z.string().trim().min(1).max(500);

/** Until when she may read: `always`, or `until` with a moment by clocks of `timeZone`. */
export const accessSchema = z
  .object({ access: z.enum(["always", "until"]), until: z.string().optional(), timeZone: z.string(), reason })
  .transform(({ access, until, timeZone, reason: why }, context) => {
    if (access === "always") return { accessUntil: null, reason: why };
    const moment = until === undefined ? null : momentOf(until, timeZone);
    if (moment !== null) return { accessUntil: new Date(moment), reason: why };
    context.addIssue({ code: "custom", path: ["until"], message: "learner:errors.noMoment" });
    return z.NEVER;
  });

export const waiveSchema = z.object({ lesson: z.uuid("learner:errors.noLesson"), reason });
export const attemptActSchema = z.object({ lesson: z.uuid(), number: z.coerce.number().int().positive(), reason });
export const placeActSchema = z.object({ reason });
