import { z } from "zod";
import { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { formatMoment } from "#app/platform/i18n/format.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

/** What every mail about a place in a course is given. */
export const placeValues = z.object({
  course: z.string(),
  titles: translatedSchema,
  formats: z.object({ timeZone: z.string(), calendar: z.enum(CalendarChoice), digits: z.enum(DigitsChoice) }),
});

const actValues = placeValues.extend({ reason: z.string() });

export const isolated = (text: string) => `\u2068${text}\u2069`;

/** How a course is called in the language of a mail, kept apart from the words around it. */
export const courseIn = ({ titles }: Pick<z.infer<typeof placeValues>, "titles">, locale: Locale) =>
  isolated(pickTranslated(titles, locale).text);

/** Tells a learner until when she may read a course now. */
export const accessMail = declareMail({
  name: "access-changed",
  about: "enrolment",
  values: actValues.extend({ accessUntil: z.iso.datetime().nullable() }),
  write: (values, { t, locale }) => {
    const { accessUntil, formats, reason } = values;
    const course = courseIn(values, locale);
    const text =
      accessUntil === null
        ? t("learner:mail.access.always", { course })
        : t("learner:mail.access.until", { course, at: formatMoment(accessUntil, { ...formats, locale }) });
    return {
      subject: t("learner:mail.access.subject", { course }),
      paragraphs: [text, t("learner:mail.reason", { reason: isolated(reason) })],
      action: {
        label: t("learner:mail.openCourse"),
        href: publicUrl(inLocale(`/learn/${values.course}`, locale)),
      },
    };
  },
});

const placeMail = (name: string, key: "takenOut" | "putBack", path: "courses" | "learn") =>
  declareMail({
    name,
    about: "enrolment",
    values: actValues,
    write: (values, { t, locale }) => {
      const course = courseIn(values, locale);
      return {
        subject: t(`learner:mail.${key}.subject`, { course }),
        paragraphs: [
          t(`learner:mail.${key}.text`, { course }),
          t("learner:mail.reason", { reason: isolated(values.reason) }),
        ],
        action: {
          label: t("learner:mail.openCourse"),
          href: publicUrl(inLocale(`/${path}/${values.course}`, locale)),
        },
      };
    },
  });

/** Tells a learner that she was taken out of a course. */
export const takenOutMail = placeMail("learner-taken-out", "takenOut", "courses");

/** Tells a learner that she has her place in a course again. */
export const putBackMail = placeMail("learner-put-back", "putBack", "learn");

/** For the job that sends them. */
export const tendingMails = [accessMail, takenOutMail, putBackMail];
