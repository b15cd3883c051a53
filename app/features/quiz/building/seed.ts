import { z } from "zod";

/** A number from which a paper is drawn. */
export const seedSchema = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);
