import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const linkValues = z.object({ token: z.string(), hours: z.number().int().positive(), next: z.string().optional() });
const nothing = z.object({});

function page(path: string, locale: Locale, search: { token?: string; next?: string } = {}): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(Object.fromEntries(given)).toString();
  return publicUrl(`${inLocale(path, locale)}${query ? `?${query}` : ""}`);
}

export const verifyEmailMail = declareMail({
  name: "verify-email",
  values: linkValues,
  // Says nothing that was typed at sign-up: whoever signs up may not own the address.
  write: ({ token, hours, next }, { t, locale }) => ({
    subject: t("verifyEmail.subject"),
    paragraphs: [t("verifyEmail.text")],
    action: { label: t("verifyEmail.action"), href: page("/verify-email", locale, { token, next }) },
    notes: [t("expires", { count: hours }), t("ignore")],
  }),
});

export const accountExistsMail = declareMail({
  name: "account-exists",
  values: nothing,
  write: (_, { t, locale }) => ({
    subject: t("accountExists.subject"),
    paragraphs: [t("accountExists.text"), t("accountExists.forgotten")],
    action: { label: t("accountExists.action"), href: page("/sign-in", locale) },
    notes: [t("ignore")],
  }),
});

export const resetPasswordMail = declareMail({
  name: "reset-password",
  values: linkValues,
  write: ({ token, hours }, { t, locale }) => ({
    subject: t("resetPassword.subject"),
    paragraphs: [t("resetPassword.text")],
    action: { label: t("resetPassword.action"), href: page("/reset-password", locale, { token }) },
    notes: [t("expires", { count: hours }), t("ignore")],
  }),
});

export const confirmNewEmailMail = declareMail({
  name: "confirm-new-email",
  values: linkValues,
  write: ({ token, hours }, { t, locale }) => ({
    subject: t("confirmNewEmail.subject"),
    paragraphs: [t("confirmNewEmail.text")],
    action: { label: t("confirmNewEmail.action"), href: page("/confirm-email", locale, { token }) },
    notes: [t("expires", { count: hours }), t("ignore")],
  }),
});

const noticeValues = z.object({
  what: z.enum([
    "emailChangeAsked",
    "emailChanged",
    "passwordChanged",
    "secondFactorOn",
    "secondFactorOff",
    "erasureCancelled",
  ]),
  /** The new address, where one is spoken of. */
  email: z.string().optional(),
});

/** Tells a person what was done to her account, and what to do if it was not she who did it. */
export const accountNoticeMail = declareMail({
  name: "account-notice",
  about: "security",
  values: noticeValues,
  write: ({ what, email }, { t, locale }) => ({
    subject: t(`${what}.subject`),
    paragraphs: [t(`${what}.text`, { email }), t("notYou")],
    action: { label: t("newPassword"), href: page("/forgotten-password", locale) },
  }),
});

/** Greets somebody whose address is proven. */
export const welcomeMail = declareMail({
  name: "welcome",
  about: "welcome",
  values: nothing,
  write: (_, { t, locale }) => ({
    subject: t("notice-mail:welcome.subject"),
    paragraphs: [t("notice-mail:welcome.text")],
    action: { label: t("notice-mail:welcome.action"), href: page("/courses", locale) },
  }),
});

/** For the job that sends them. */
export const accountMails = [
  verifyEmailMail,
  accountExistsMail,
  resetPasswordMail,
  confirmNewEmailMail,
  accountNoticeMail,
  welcomeMail,
];
