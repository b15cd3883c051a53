import { z } from "zod";
import { momentOf } from "#app/platform/clock/local-time.ts";
import { localTimeSchema, timeZoneSchema } from "./rules-form.ts";

/** For whom: `enrolment:<id>` or `cohort:<id>`. */
const granteeSchema = z
  .string()
  .regex(/^(enrolment|cohort):[0-9a-f-]{36}$/, "quiz-editor:accommodations.choose")
  .transform((text): { cohortId: string } | { enrolmentId: string } => {
    const [kind, id = ""] = text.split(":");
    return kind === "cohort" ? { cohortId: id } : { enrolmentId: id };
  });

/** The form in which more time or another window is granted; an empty field leaves what the rules say. */
export const grantSchema = z
  .object({
    grantee: granteeSchema,
    timeZone: timeZoneSchema,
    extraMinutes: z.int().min(0).max(1_440).default(0),
    opensAt: localTimeSchema,
    closesAt: localTimeSchema,
    reason: z.string().trim().min(1).max(500),
  })
  .transform(({ timeZone, opensAt, closesAt, ...rest }, context) => {
    const moment = (local: string | undefined) => {
      const found = local === undefined ? null : momentOf(local, timeZone);
      return found === null ? null : new Date(found);
    };
    const window = { opensAt: moment(opensAt), closesAt: moment(closesAt) };
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (window.opensAt && window.closesAt && window.opensAt >= window.closesAt)
      return refuse("closesAt", "quiz:errors.closesBeforeItOpens");
    if (rest.extraMinutes === 0 && !window.opensAt && !window.closesAt)
      return refuse("extraMinutes", "quiz-editor:accommodations.nothing");
    return { ...rest, ...window };
  });

/** What is taken back, and why. */
export const withdrawAccommodationSchema = z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(500) });
