import { z } from "zod";
import { transferReference } from "#app/features/payment/documents/invoice-number.ts";
import { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { formatMoment, formatMoney } from "#app/platform/i18n/format.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail, type MailKind, type NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import { isolate } from "#app/platform/typeset/pieces.ts";

/** What every mail about an order is given. `amount` is what it is about, in minor units. */
export const orderValues = z.object({
  number: z.number().int(),
  titles: z.array(translatedSchema),
  amount: z.number().int(),
  currency: z.string(),
  formats: z.object({ timeZone: z.string(), calendar: z.enum(CalendarChoice), digits: z.enum(DigitsChoice) }),
});
type OrderValues = z.output<typeof orderValues>;

/** The same as words of a language. */
export function orderWords({ number, titles, amount, currency, formats }: OrderValues, locale: Locale) {
  return {
    number: isolate(String(number)),
    title: titles.map((each) => isolate(pickTranslated(each, locale).text)).join(" · "),
    amount: isolate(formatMoney(amount, currency, { ...formats, locale })),
  };
}

const orderPage = (number: number, locale: Locale) => publicUrl(inLocale(`/account/orders/${number}`, locale));

const placedValues = orderValues.extend({ expiresAt: z.iso.datetime(), bankDetails: translatedSchema });

/** Tells who means to transfer the money where to, and until when her seat is held. */
export const orderPlacedMail = declareMail({
  name: "order-placed",
  about: "payment",
  values: placedValues,
  write: (values, { t, locale }) => {
    const date = isolate(formatMoment(values.expiresAt, { ...values.formats, locale }));
    const said = { ...orderWords(values, locale), date, reference: isolate(transferReference(values.number)) };
    const bank = pickTranslated(values.bankDetails, locale).text;
    return {
      subject: t("order-mail:placed.subject", said),
      paragraphs: [t("order-mail:placed.text", said), t(`order-mail:placed.${bank ? "bank" : "noBank"}`)],
      ...(bank ? { quoted: bank } : {}),
      action: { label: t("order-mail:open"), href: orderPage(values.number, locale) },
    };
  },
});

/** Makes a mail that says one thing about an order. */
const plainMail = (kind: "pending" | "failed" | "expired" | "noSeat"): NoticeMailKind<typeof orderValues> =>
  declareMail({
    name: `order-${kind}`,
    about: "payment",
    values: orderValues,
    write: (values, { t, locale }) => {
      const said = orderWords(values, locale);
      return {
        subject: t(`order-mail:${kind}.subject`, said),
        paragraphs: [t(`order-mail:${kind}.text`, said)],
        action: { label: t("order-mail:open"), href: orderPage(values.number, locale) },
      };
    },
  });

export const orderPendingMail = plainMail("pending");
export const orderFailedMail = plainMail("failed");
export const orderExpiredMail = plainMail("expired");
export const orderNoSeatMail = plainMail("noSeat");

/** Tells that what she paid has come, with the way to its invoice. */
export const orderPaidMail = declareMail({
  name: "order-paid",
  about: "payment",
  values: orderValues.extend({ invoice: z.string() }),
  write: (values, { t, locale }) => {
    const said = orderWords(values, locale);
    return {
      subject: t("order-mail:paid.subject", said),
      paragraphs: [t("order-mail:paid.text", said), t("order-mail:paid.invoice", { invoice: isolate(values.invoice) })],
      action: { label: t("order-mail:openInvoice"), href: `${orderPage(values.number, locale)}/invoice.pdf` },
    };
  },
});

/** Tells that money was given back, with the way to its credit note if there is one. */
export const orderRefundedMail = declareMail({
  name: "order-refunded",
  about: "payment",
  values: orderValues.extend({ creditNote: z.string().nullable(), byHand: z.boolean() }),
  write: (values, { t, locale }) => {
    const said = orderWords(values, locale);
    const { creditNote, number, byHand } = values;
    const page = orderPage(number, locale);
    return {
      subject: t("order-mail:refunded.subject", said),
      paragraphs: [t(`order-mail:refunded.${byHand ? "textByHand" : "text"}`, said)],
      action: creditNote
        ? { label: t("order-mail:openCreditNote"), href: `${page}/credit-notes/${creditNote}.pdf` }
        : { label: t("order-mail:open"), href: page },
    };
  },
});

/** For the job that sends them. */
export const buyerMails: MailKind[] = [
  orderPlacedMail,
  orderPendingMail,
  orderPaidMail,
  orderFailedMail,
  orderExpiredMail,
  orderRefundedMail,
  orderNoSeatMail,
];
