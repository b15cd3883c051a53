import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const page = (path: string, locale: Locale) => publicUrl(inLocale(path, locale));

/** Tells a person what an admin did to her account. */
export const peopleNoticeMail = declareMail({
  name: "people-notice",
  about: "security",
  values: z.object({ what: z.enum(["madeAdmin", "madeLearner", "madeInstructor", "secondFactorReset"]) }),
  write: ({ what }, { t, locale }) => ({
    subject: t(`people-mail:${what}.subject`),
    paragraphs: [t(`people-mail:${what}.text`), t("people-mail:signInAgain"), t("people-mail:notYou")],
    action: { label: t("people-mail:signIn"), href: page("/sign-in", locale) },
  }),
});

/** Tells both addresses that two accounts are one now. */
export const accountsMergedMail = declareMail({
  name: "accounts-merged",
  values: z.object({ kept: z.string(), closed: z.string() }),
  write: ({ kept, closed }, { t, locale }) => ({
    subject: t("people-mail:merged.subject"),
    paragraphs: [
      t("people-mail:merged.text", { kept: isolated(kept), closed: isolated(closed) }),
      t("people-mail:notYou"),
    ],
    action: { label: t("people-mail:signIn"), href: page("/sign-in", locale) },
  }),
});

/** Asks somebody to open an account. */
export const accountInvitationMail = declareMail({
  name: "account-invitation",
  values: z.object({
    token: z.string(),
    /** Of who is invited; may be empty. */
    person: z.string(),
    /** Titles of the courses in which she gets a place. */
    courses: z.array(z.string()),
    days: z.number().int().positive(),
  }),
  write: ({ token, person, courses, days }, { t, locale }) => ({
    subject: t("people-mail:invitation.subject"),
    paragraphs: [
      ...(person ? [t("people-mail:invitation.greeting", { person: isolated(person) })] : []),
      t("people-mail:invitation.text"),
      ...(courses.length > 0
        ? [t("people-mail:invitation.courses", { courses: courses.map(isolated).join(" · ") })]
        : []),
    ],
    action: { label: t("people-mail:invitation.action"), href: `${page("/sign-up", locale)}?invitation=${token}` },
    notes: [t("people-mail:invitation.days", { count: days }), t("ignore")],
  }),
});

/** Keeps a name or an address in one piece between letters of the other direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** For the job that sends them. */
export const peopleMails = [peopleNoticeMail, accountsMergedMail, accountInvitationMail];
