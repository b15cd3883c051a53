import type { TFunction } from "i18next";
import type { z } from "zod";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** What a mail says, before it becomes HTML and plain text. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  /** What somebody wrote, in whatever language: its lines and empty lines are kept. */
  quoted?: string;
  /** The one thing to do; `href` is a full address. */
  action?: { label: string; href: string };
  /** Said in small type at the end. */
  notes?: string[];
};

export type MailKind<Values extends z.ZodType = z.ZodType> = {
  name: string;
  values: Values;
  /** Writes the letter from values that are checked first. `t` reads the `mail` file in the recipient's language. */
  write: (values: unknown, words: { t: TFunction; locale: Locale }) => Letter;
};

/** Makes a kind of mail: its name in the queue, what it is filled with, and its words. */
export function declareMail<Values extends z.ZodType>(kind: {
  name: string;
  values: Values;
  write: (values: z.output<Values>, words: { t: TFunction; locale: Locale }) => Letter;
}): MailKind<Values> {
  return { ...kind, write: (values, words) => kind.write(kind.values.parse(values), words) };
}
