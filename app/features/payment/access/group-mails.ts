import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const isolated = (text: string) => `\u2068${text}\u2069`;
const titleIn = (titles: z.output<typeof translatedSchema>, locale: Locale) =>
  isolated(pickTranslated(titles, locale).text);

/** A day as the letter's language writes it. */
const dayIn = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** Tells the coordinator of a group that its seats are there to be handed out. */
export const groupReadyMail = declareMail({
  name: "group-ready",
  values: z.object({
    groupId: z.uuid(),
    name: z.string(),
    titles: translatedSchema,
    seats: z.number().int().positive(),
    expiresOn: z.iso.date().nullable(),
  }),
  write: ({ groupId, name, titles, seats, expiresOn }, { t, locale }) => ({
    subject: t("groupReady.subject", { title: titleIn(titles, locale) }),
    paragraphs: [
      t("groupReady.text", { count: seats, title: titleIn(titles, locale), name: isolated(name) }),
      t("groupReady.how"),
      ...(expiresOn ? [t("groupReady.until", { date: dayIn(expiresOn, locale) })] : []),
    ],
    action: { label: t("groupReady.action"), href: publicUrl(inLocale(`/account/groups/${groupId}`, locale)) },
    notes: [t("groupReady.why")],
  }),
});

/** Invites somebody to a seat of a group, with the code that opens it. */
export const seatInvitationMail = declareMail({
  name: "seat-invitation",
  values: z.object({
    code: z.string(),
    /** Of who is invited; may be empty. */
    person: z.string(),
    /** Who pays for the seat. */
    name: z.string(),
    titles: translatedSchema,
    expiresOn: z.iso.date().nullable(),
    /** The same invitation sent again is another mail. */
    sending: z.string(),
  }),
  write: ({ code, person, name, titles, expiresOn }, { t, locale }) => ({
    subject: t("seatInvitation.subject", { title: titleIn(titles, locale) }),
    paragraphs: [
      ...(person ? [t("seatInvitation.greeting", { person: isolated(person) })] : []),
      t("seatInvitation.text", { name: isolated(name), title: titleIn(titles, locale) }),
      t("seatInvitation.code", { code: isolated(code) }),
      ...(expiresOn ? [t("seatInvitation.until", { date: dayIn(expiresOn, locale) })] : []),
    ],
    action: { label: t("seatInvitation.action"), href: publicUrl(inLocale(`/redeem?code=${code}`, locale)) },
    notes: [t("seatInvitation.why", { name: isolated(name) })],
  }),
});

/** For the job that sends them. */
export const groupMails = [groupReadyMail, seatInvitationMail];

/** The last day on which a code works that ends at a moment, in a zone. */
export function lastDay(expiresAt: Date | null): string | null {
  return expiresAt && new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10);
}
