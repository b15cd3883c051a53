import type { TFunction } from "i18next";
import { z } from "zod";
import { CertificateCause } from "#app/platform/db/generated/enums.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { declareMail, type MailKind, type NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import { writeSerial } from "../serial.ts";

const isolated = (text: string) => `\u2068${text}\u2069`;

const titleIn = (titles: Translated, locale: Locale) => isolated(pickTranslated(titles, locale).text);

const pageOf = (serial: string, locale: Locale) => publicUrl(inLocale(`/certificates/${writeSerial(serial)}`, locale));

const issuedValues = z.object({ serial: z.string(), titles: translatedSchema, cause: z.enum(CertificateCause) });

/** Tells a learner that she has a certificate, or one that replaces another. */
export const certificateIssuedMail = declareMail({
  name: "certificate-issued",
  about: "certificate",
  values: issuedValues,
  write: ({ serial, titles, cause }, { t, locale }) => {
    const title = titleIn(titles, locale);
    return {
      subject: t("certificate.issued.subject", { title }),
      paragraphs: [
        issuedText(t, cause, title),
        t("certificate.issued.check", { serial: isolated(writeSerial(serial)) }),
      ],
      action: { label: t("certificate.open"), href: pageOf(serial, locale) },
    };
  },
});

function issuedText(t: TFunction, cause: CertificateCause, title: string): string {
  if (cause === "byHand") return t("certificate.issued.byHand", { title });
  if (cause === "corrected") return t("certificate.issued.corrected", { title });
  if (cause === "renewed") return t("certificate.issued.renewed", { title });
  return t("certificate.issued.earned", { title });
}

const changeValues = z.object({ serial: z.string(), titles: translatedSchema, reason: z.string() });

/** Makes the mail about a change of a certificate that its learner has. */
function changeMail(
  name: string,
  words: (t: TFunction, values: { title: string; serial: string }) => { subject: string; text: string },
): NoticeMailKind<typeof changeValues> {
  return declareMail({
    name,
    about: "certificate",
    values: changeValues,
    write: ({ serial, titles, reason }, { t, locale }) => {
      const { subject, text } = words(t, {
        title: titleIn(titles, locale),
        serial: isolated(writeSerial(serial)),
      });
      return {
        subject,
        paragraphs: [text, t("certificate.reason", { reason: isolated(reason) })],
        action: { label: t("certificate.open"), href: pageOf(serial, locale) },
      };
    },
  });
}

export const certificateRevokedMail = changeMail("certificate-revoked", (t, values) => ({
  subject: t("certificate.revoked.subject", values),
  text: t("certificate.revoked.text", values),
}));

export const certificateReinstatedMail = changeMail("certificate-reinstated", (t, values) => ({
  subject: t("certificate.reinstated.subject", values),
  text: t("certificate.reinstated.text", values),
}));

export const certificateEndedMail = changeMail("certificate-ended", (t, values) => ({
  subject: t("certificate.ended.subject", values),
  text: t("certificate.ended.text", values),
}));

const refusedValues = z.object({
  kind: z.enum(["award", "correction"]),
  titles: translatedSchema,
  reason: z.string(),
});

/** Tells a learner that what was asked for her was refused, and why. */
export const certificateRefusedMail = declareMail({
  name: "certificate-refused",
  about: "certificate",
  values: refusedValues,
  write: ({ kind, titles, reason }, { t, locale }) => {
    const title = titleIn(titles, locale);
    const [subject, text] =
      kind === "award"
        ? [t("certificate.notApproved.subject", { title }), t("certificate.notApproved.text", { title })]
        : [t("certificate.notCorrected.subject", { title }), t("certificate.notCorrected.text", { title })];
    return {
      subject,
      paragraphs: [text, t("certificate.reason", { reason: isolated(reason) })],
      action: { label: t("certificate.openMine"), href: publicUrl(inLocale("/account/certificates", locale)) },
    };
  },
});

/** For the job that sends them. */
export const certificateMails: MailKind[] = [
  certificateIssuedMail,
  certificateRevokedMail,
  certificateReinstatedMail,
  certificateEndedMail,
  certificateRefusedMail,
];
