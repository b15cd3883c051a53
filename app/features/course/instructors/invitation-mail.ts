import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

/** Asks somebody to teach a course. */
export const invitationMail = declareMail({
  name: "instructor-invitation",
  values: z.object({
    token: z.string(),
    days: z.number().int().positive(),
    inviter: z.string(),
    titles: translatedSchema,
    role: z.enum(["teacher", "assistant"]),
  }),
  write: ({ token, days, inviter, titles, role }, { t, locale }) => {
    const title = pickTranslated(titles, locale).text;
    return {
      subject: t("invitation.subject", { title }),
      paragraphs: [t(`invitation.${role}`, { inviter, title }), t("invitation.account")],
      action: { label: t("invitation.action"), href: publicUrl(inLocale(`/teach/invitations/${token}`, locale)) },
      notes: [t("invitation.expires", { count: days }), t("ignore")],
    };
  },
});

/** For the job that sends them. */
export const courseMails = [invitationMail];
