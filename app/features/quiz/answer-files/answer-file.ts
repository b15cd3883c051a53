import { z } from "zod";
import type { SentFile } from "../question-types/question-props.ts";

/** The longest name that file systems know, in characters. */
const LONGEST_NAME = 255;

/** What is said of a file that is sent for an answer; the file itself is the body of the request. */
export const answerFileSchema = z.object({
  attempt: z.uuid(),
  slot: z.coerce.number().int().min(1),
  name: z
    .string()
    // What a path, a line or a screen would take for something else.
    .transform((name) => name.replace(/[\p{Cc}\p{Bidi_Control}/\\]/gu, "").trim())
    .pipe(z.string().min(1).max(LONGEST_NAME)),
});

/** A file of an answer, with the question that it answers. */
export type AnswerFileView = SentFile & { slot: number };

export const storeKey = (id: string): string => `answer-files/${id}`;

type Row = { id: string; slot: number; name: string; bytes: number };

export function viewOf({ id, slot, name, bytes }: Row): AnswerFileView {
  return { id, slot, name, bytes, href: `/resources/answer-files/${id}` };
}
