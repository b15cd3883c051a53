import { z } from "zod";
import { rosterFiltersSchema } from "../roster-schema.ts";

export const SUBJECT_LENGTH = 150;
export const BODY_LENGTH = 5_000;

const plain = (text: string) => text.toWellFormed().replaceAll("\0", "");

const subject = z
  .string()
  .transform((text) =>
    plain(text)
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1).max(SUBJECT_LENGTH));

const body = z
  .string()
  .transform((text) =>
    plain(text)
      .replace(/\r\n?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  )
  .pipe(z.string().min(1).max(BODY_LENGTH));

/** Whom an address names. What is not understood counts as not said. */
export const addressedSchema = rosterFiltersSchema.extend({ to: z.uuid().optional().catch(undefined) });

/** A message as it is written. */
export const messageSchema = z.object({
  subject,
  body,
  audience: z.union([z.enum(["all", "given"]), z.string().regex(/^cohort:[0-9a-f-]{36}$/)]),
  formId: z.uuid(),
});

/** The same with the number of learners that was agreed to. */
export const confirmedMessageSchema = messageSchema.extend({ confirmed: z.coerce.number().int().positive() });
export type MessageText = Pick<z.infer<typeof messageSchema>, "subject" | "body">;
