import { z } from "zod";
import { packedChangesSchema } from "./import/packed-changes.ts";
import { readPercent } from "./read-percent.ts";

const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

export const gradebookAddressSchema = z.object({ course: z.string() });
export const lessonGradeAddressSchema = gradebookAddressSchema.extend({ enrolment: z.uuid(), lesson: z.uuid() });

/** What the gradebook can be asked by. A form sends what is not chosen as empty. */
export const gradebookChoiceSchema = z.object({
  /** Looked for in names and e-mail addresses. */
  q: unlessEmpty(z.string().trim().max(200).optional()),
  cohort: unlessEmpty(z.uuid().optional()),
  after: z.string().max(1_000).optional(),
});

export type GradebookChoice = z.infer<typeof gradebookChoiceSchema>;

const reason = z.string().trim().min(1).max(2_000);

const percent = z
  .string()
  .max(80)
  .transform((typed, context) => {
    const share = readPercent(typed);
    if (share !== null) return share;
    context.addIssue({ code: "custom", message: "gradebook:errors.percent" });
    return z.NEVER;
  });

/** A grade that a person gives, in percent as it is typed; and why. */
export const overrideSchema = z
  .object({ percent, reason })
  .transform(({ percent: share, reason: why }) => ({ share, reason: why }));

/** Why a grade that was given is taken away again. */
export const removeOverrideSchema = z.object({ removalReason: reason });

/** The changes of a file that was looked at, and why they are made. */
export const takeGradesSchema = z.object({ changes: packedChangesSchema, reason });
