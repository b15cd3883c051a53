import { z } from "zod";

/** Beats of an hour without a line, and more. */
const MOST_BEATS = 500;

/** Whole seconds of the video that were played without a jump, and when: milliseconds since the sitting was opened. */
export const beatSchema = z
  .object({ from: z.int().min(0), to: z.int().min(1), start: z.number().min(0), end: z.number().min(0) })
  .refine(({ from, to, start, end }) => from < to && start < end);

/** What a player tells. Each beat is checked by itself, so that a broken one does not take the others with it. */
export const beatsSchema = z.object({
  sitting: z.string().max(2_000),
  beats: z.array(z.unknown()).max(MOST_BEATS),
  /** Where she is, in seconds of the video, and when that was. */
  position: z.object({ at: z.number().min(0), moment: z.number().min(0) }).optional(),
});

export type Beat = z.infer<typeof beatSchema>;
export type BeatsInput = z.infer<typeof beatsSchema>;

/**
 * Why a beat earns nothing:
 * - `malformed`: not a beat
 * - `outside`: beyond the length of the video
 * - `ahead`: it ends later than now
 * - `tooFast`: more of the video than can be played in its time
 * - `spent`: its time is already counted for something else
 */
export type BeatRefusal = "malformed" | "outside" | "ahead" | "tooFast" | "spent";
