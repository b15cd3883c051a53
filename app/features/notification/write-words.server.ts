import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";

export type Told = { mail: string; values: unknown };

/**
 * A notice in words: those of its letter, in the language it is read in, with the address of what it is about.
 * Undefined for one whose letter this academy knows no more.
 */
export function wordNotice(kinds: readonly MailKind[], { mail, values }: Told, locale: Locale) {
  const kind = kinds.find(({ name }) => name === mail);
  if (!kind?.values.safeParse(values).success) return undefined;
  const { subject, paragraphs, action } = kind.write(values, {
    t: serverI18n(locale).getFixedT(locale, "mail"),
    locale,
  });
  return { title: subject, text: paragraphs[0], href: action?.href };
}

/** The path of an address of the academy. */
export function pathOf(href: string | undefined): string | undefined {
  return href?.startsWith(`${configuredOrigin}/`) ? href.slice(configuredOrigin.length) : undefined;
}
