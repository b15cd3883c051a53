import { z } from "zod";
import { westernDigits } from "#app/platform/i18n/western-digits.ts";

/** A number from 1 to `most` as people type it, in whichever digits. */
export const countSchema = (most: number) =>
  z
    .string()
    .transform((typed) => westernDigits(typed).replace(/\s/g, ""))
    .pipe(z.string().min(1).transform(Number).pipe(z.number().int().min(1).max(most)));
