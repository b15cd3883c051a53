import { z } from "zod";
import { DigestRhythm, NoticeKind, NoticeMail } from "#app/platform/db/generated/enums.ts";

const hour = z.coerce.number().int().min(0).max(23);
const { security: _, payment: __, ...optional } = NoticeKind;

/** What a person chooses for each kind that she may choose about, and when. */
export const preferencesSchema = z.object({
  kinds: z
    .object({ kind: z.enum(optional), shown: z.stringbool().default(false), mail: z.enum(NoticeMail) })
    .array()
    .max(Object.keys(optional).length),
  rhythm: z.enum([...Object.values(DigestRhythm), "never"]),
  hour,
  weekday: z.coerce.number().int().min(1).max(7),
  quiet: z.stringbool().default(false),
  quietFrom: hour,
  quietUntil: hour,
});

export type Preferences = z.output<typeof preferencesSchema>;
