import { z } from "zod";

/** A number from 1 to `most` as people type it, in whichever digits. */
export const countSchema = (most: number) =>
  z
    .string()
    .transform((typed) =>
      typed
        .replace(/\s/g, "")
        .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
        .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)),
    )
    .pipe(
      z
        .string()
        .min(1)
        .transform((digits) => Number(digits))
        .pipe(z.number().int().min(1).max(most)),
    );
