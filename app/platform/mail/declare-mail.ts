import type { TFunction } from "i18next";
import type { z } from "zod";
import type { NoticeKind } from "#app/platform/db/generated/enums.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** What a mail says, before it becomes HTML and plain text. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  /** What somebody wrote, in whatever language: its lines and empty lines are kept. */
  quoted?: string;
  /** A list of things, each with the way to it. */
  items?: { title: string; text?: string; href?: string }[];
  /** The one thing to do; `href` is a full address. */
  action?: { label: string; href: string };
  /** Said in small type at the end. */
  notes?: string[];
};

export type MailKind<Values extends z.ZodType = z.ZodType> = {
  name: string;
  /** What it tells of, where a person may choose how she is told; without, it is always mailed. */
  about?: NoticeKind | undefined;
  values: Values;
  /** Writes the letter from values that are checked first. `t` reads the `mail` file in the recipient's language. */
  write: (values: unknown, words: { t: TFunction; locale: Locale }) => Letter;
};

/** A kind of mail that is also a notice in the academy, and of which each chooses how she is told. */
export type NoticeMailKind<Values extends z.ZodType = z.ZodType> = MailKind<Values> & { about: NoticeKind };

/** Makes a kind of mail: its name in the queue, what it is filled with, and its words. */
export function declareMail<Values extends z.ZodType, About extends NoticeKind | undefined = undefined>(kind: {
  name: string;
  about?: About;
  values: Values;
  write: (values: z.output<Values>, words: { t: TFunction; locale: Locale }) => Letter;
}): MailKind<Values> & { about: About } {
  const { about, write, ...rest } = kind;
  // Without `about` its type is undefined.
  return { ...rest, about: about as About, write: (values, words) => write(kind.values.parse(values), words) };
}
