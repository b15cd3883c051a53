import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { accountMails, accountNoticeMail } from "./account-mails.ts";

const link = { token: "a-token", hours: 48 };
const notices = ["emailChangeAsked", "emailChanged", "passwordChanged", "secondFactorOn", "secondFactorOff"] as const;
const cases = [
  ...accountMails.filter((kind) => kind !== accountNoticeMail).map((kind) => ({ kind, values: link })),
  ...notices.map((what) => ({ kind: accountNoticeMail, values: { what, email: "new@example.org" } })),
];

test.each(locales)(
  "every mail of an account is written in full in %s, and its links stay in that language",
  (locale) => {
    for (const { kind, values } of cases) {
      const { subject, html, text } = writeMail({ kind, locale, values });
      expect(`${subject}\n${text}`).not.toMatch(/^[a-zA-Z]+\.(subject|text|action)$/m);
      expect(text).not.toContain("{{");
      expect(text).toContain(`http://localhost:3000/${locale}/`);
      expect(html).toContain("<table");
    }
  },
);
