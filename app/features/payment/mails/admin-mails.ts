import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { formatMoment } from "#app/platform/i18n/format.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";
import { declareMail, type MailKind } from "#app/platform/mail/declare-mail.ts";
import { isolate } from "#app/platform/typeset/pieces.ts";
import { orderValues, orderWords } from "./order-mails.ts";

const disputeValues = orderValues.extend({ dueAt: z.iso.datetime().nullable() });

/** Makes a mail to admins about an order; `due` says with which words a date is told, where there is one. */
const adminMail = (kind: "disputeOpened" | "evidenceDue" | "refundFailed", name: string) =>
  declareMail({
    name,
    values: disputeValues,
    write: (values, { t, locale }) => {
      const { dueAt, formats, number } = values;
      const date = dueAt === null ? "" : isolate(formatMoment(dueAt, { ...formats, locale }));
      const said = { ...orderWords(values, locale), date };
      const due = kind === "disputeOpened" && dueAt !== null ? [t("order-mail:disputeOpened.due", said)] : [];
      return {
        subject: t(`order-mail:${kind}.subject`, said),
        paragraphs: [t(`order-mail:${kind}.text`, said), ...due],
        action: { label: t("order-mail:open"), href: publicUrl(inLocale(`/admin/orders/${number}`, locale)) },
      };
    },
  });

/** Tells admins that a bank asks for money back. */
export const disputeOpenedMail = adminMail("disputeOpened", "dispute-opened");

/** Tells admins that the time to hand in evidence is nearly over. */
export const evidenceDueMail = adminMail("evidenceDue", "evidence-due");

/** Tells admins that money could not be given back. */
export const refundFailedMail = adminMail("refundFailed", "refund-failed");

/** Tells admins that the comparison at night found what they should look at. */
export const differencesMail = declareMail({
  name: "reconciliation-differences",
  values: z.object({ reconciliationId: z.uuid(), count: z.number().int() }),
  write: ({ reconciliationId, count }, { t, locale }) => ({
    subject: t("order-mail:differences.subject", { count }),
    paragraphs: [t("order-mail:differences.text")],
    action: {
      label: t("order-mail:openReport"),
      href: publicUrl(inLocale(`/admin/reconciliations/${reconciliationId}`, locale)),
    },
  }),
});

/** For the job that sends them. */
export const adminMails: MailKind[] = [disputeOpenedMail, evidenceDueMail, refundFailedMail, differencesMail];
