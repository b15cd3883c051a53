import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const room = "/account/data";

export const exportReadyMail = declareMail({
  name: "data-export-ready",
  values: z.object({ days: z.number().int() }),
  write: ({ days }, { t, locale }) => ({
    subject: t("data-export:mail.export.subject"),
    paragraphs: [t("data-export:mail.export.text", { days })],
    action: { label: t("data-export:mail.export.action"), href: publicUrl(inLocale(room, locale)) },
    notes: [t("data-export:mail.export.notYou")],
  }),
});

export const erasureAskedMail = declareMail({
  name: "erasure-asked",
  values: z.object({ days: z.number().int() }),
  write: ({ days }, { t, locale }) => ({
    subject: t("data-export:mail.asked.subject"),
    paragraphs: [t("data-export:mail.asked.text", { days }), t("data-export:mail.asked.cancel")],
    action: { label: t("data-export:mail.asked.action"), href: publicUrl(inLocale("/sign-in", locale)) },
    notes: [t("data-export:mail.asked.notYou")],
  }),
});

/** The last letter that she is sent. */
export const erasedMail = declareMail({
  name: "erased",
  values: z.object({ certificates: z.enum(["keep", "withdraw"]) }),
  write: ({ certificates }, { t }) => ({
    subject: t("data-export:mail.erased.subject"),
    paragraphs: [t("data-export:mail.erased.text"), t(`data-export:mail.erased.${certificates}`)],
  }),
});

export const privacyMails = [exportReadyMail, erasureAskedMail, erasedMail];
