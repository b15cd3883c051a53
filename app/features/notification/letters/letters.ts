import type { MailKind } from "#app/platform/mail/declare-mail.ts";

/** Every letter of the academy, and what each is filled with where nobody in particular is written to. */
export type Letters = { kinds: readonly MailKind[]; samples: Record<string, readonly unknown[]> };
