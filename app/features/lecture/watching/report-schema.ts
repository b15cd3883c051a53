import { z } from "zod";

export const reportAddressSchema = z.object({ course: z.string(), lesson: z.string() });

const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

/** What a report of a lecture can be asked by. A form sends what is not chosen as empty. */
export const reportChoiceSchema = z.object({
  cohort: unlessEmpty(z.uuid().optional()),
  length: unlessEmpty(z.coerce.number().int().positive().optional()),
});
