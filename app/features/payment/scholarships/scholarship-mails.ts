import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

/** What every mail about a scholarship is given. */
export const scholarValues = z.object({ course: z.string(), titles: translatedSchema });

const reasonValues = scholarValues.extend({ reason: z.string() });

const courseIn = ({ titles }: z.output<typeof scholarValues>, locale: Locale) =>
  `\u2068${pickTranslated(titles, locale).text}\u2069`;

/** Tells a learner what she was granted, and what to do now. */
export const grantedMail = declareMail({
  name: "scholarship-granted",
  about: "scholarship",
  values: reasonValues.extend({ percent: z.number().int() }),
  write: (values, { t, locale }) => {
    const { percent, reason } = values;
    const course = courseIn(values, locale);
    const whole = percent === 100;
    const href = publicUrl(inLocale(whole ? `/learn/${values.course}` : `/courses/${values.course}`, locale));
    return {
      subject: t("scholarship-admin:mail.granted.subject", { course }),
      paragraphs: [
        whole
          ? t("scholarship-admin:mail.granted.whole", { course })
          : t("scholarship-admin:mail.granted.part", { course, share: percent / 100 }),
        ...(reason ? [t("scholarship-admin:mail.message")] : []),
      ],
      ...(reason ? { quoted: reason } : {}),
      action: { label: t(`scholarship-admin:mail.granted.${whole ? "open" : "use"}`), href },
    };
  },
});

const noMail = (name: string, key: "refused" | "takenBack") =>
  declareMail({
    name,
    about: "scholarship",
    values: reasonValues,
    write: (values, { t, locale }) => {
      const course = courseIn(values, locale);
      return {
        subject: t(`scholarship-admin:mail.${key}.subject`, { course }),
        paragraphs: [t(`scholarship-admin:mail.${key}.text`, { course }), t("scholarship-admin:mail.message")],
        quoted: values.reason,
        action: {
          label: t("scholarship-admin:mail.toCourse"),
          href: publicUrl(inLocale(`/courses/${values.course}`, locale)),
        },
      };
    },
  });

/** Tells a learner that she was not granted what she asked for, and why. */
export const refusedMail = noMail("scholarship-refused", "refused");

/** Tells a learner that what she had not used was taken back, and why. */
export const takenBackMail = noMail("scholarship-taken-back", "takenBack");

/** For the job that sends them. */
export const scholarshipMails = [grantedMail, refusedMail, takenBackMail];
