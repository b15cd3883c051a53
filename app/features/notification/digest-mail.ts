import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";
import { DIGEST } from "#app/platform/mail/optional-mail.ts";

/** What a person was told since her last digest. */
export const digestMail = declareMail({
  name: DIGEST,
  values: z.object({
    items: z.object({ title: z.string(), text: z.string().optional(), href: z.string().optional() }).array().min(1),
    /** The same news in another digest are another mail. */
    at: z.iso.datetime(),
  }),
  write: ({ items }, { t, locale }) => ({
    subject: t("notice-mail:digest.subject", { count: items.length }),
    paragraphs: [t("notice-mail:digest.text")],
    items,
    action: {
      label: t("notice-mail:digest.action"),
      href: publicUrl(inLocale("/account/notifications", locale)),
    },
  }),
});

/** For the job that sends them. */
export const digestMails = [digestMail];
