import { z } from "zod";
import { foldText } from "../transcript/fold-text.ts";

/** A hundred gigabytes: more than the largest video, watched ten times over. */
const MOST_BYTES = 1e11;
const MOST_MEGABYTES = 1_000_000;

/** What a browser tells of one sitting: its bytes by now. A later report takes the place of an earlier one. */
export const dataUseSchema = z.object({
  sitting: z.string().regex(/^[\w-]{8,64}$/),
  /** The month in which the sitting began, in UTC. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  bytes: z.int().min(1).max(MOST_BYTES),
});

export type DataUse = z.output<typeof dataUseSchema>;

/** Her own limit in megabytes; none where nothing is filled in. Any digits will do. */
export const dataBudgetSchema = z.object({
  videoBudgetMb: z
    .string()
    .optional()
    .transform((text) => foldText(text ?? "").folded.replaceAll(" ", ""))
    .refine((digits) => /^\d{0,7}$/.test(digits) && Number(digits) <= MOST_MEGABYTES, {
      message: "account:video.errors.limit",
    })
    .transform((digits) => (digits === "" ? null : Number(digits))),
});

export type DataBudgetInput = z.output<typeof dataBudgetSchema>;
