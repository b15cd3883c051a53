import { z } from "zod";
import { courseIn, placeValues } from "#app/features/enrolment/tending/tending-mails.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { formatMoment } from "#app/platform/i18n/format.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

type Place = z.output<typeof placeValues>;

const momentIn = ({ formats }: Place, moment: string, locale: Locale) =>
  `\u2068${formatMoment(moment, { ...formats, locale })}\u2069`;

const openCourse = ({ course }: Place, label: string, locale: Locale) => ({
  label,
  href: publicUrl(inLocale(`/learn/${course}`, locale)),
});

/** Tells somebody that she has a place in a course now. */
export const enrolledMail = declareMail({
  name: "enrolled",
  about: "enrolment",
  values: placeValues.extend({ startsAt: z.iso.datetime().nullable() }),
  write: (values, { t, locale }) => {
    const course = courseIn(values, locale);
    const { startsAt } = values;
    return {
      subject: t("notice-mail:enrolled.subject", { course }),
      paragraphs: [
        startsAt === null
          ? t("notice-mail:enrolled.text", { course })
          : t("notice-mail:enrolled.cohort", { course, at: momentIn(values, startsAt, locale) }),
      ],
      action: openCourse(values, t("notice-mail:enrolled.action"), locale),
    };
  },
});

/** Tells a learner that her cohort begins soon. */
export const cohortStartingMail = declareMail({
  name: "cohort-starting",
  about: "cohort",
  values: placeValues.extend({ at: z.iso.datetime() }),
  write: (values, { t, locale }) => {
    const course = courseIn(values, locale);
    return {
      subject: t("notice-mail:starting.subject", { course }),
      paragraphs: [t("notice-mail:starting.text", { course, at: momentIn(values, values.at, locale) })],
      action: openCourse(values, t("notice-mail:enrolled.action"), locale),
    };
  },
});

/** Tells a learner that her time in a course is nearly over. */
export const accessEndingMail = declareMail({
  name: "access-ending",
  about: "deadline",
  values: placeValues.extend({ at: z.iso.datetime() }),
  write: (values, { t, locale }) => {
    const course = courseIn(values, locale);
    return {
      subject: t("notice-mail:accessEnding.subject", { course }),
      paragraphs: [t("notice-mail:accessEnding.text", { course, at: momentIn(values, values.at, locale) })],
      action: openCourse(values, t("notice-mail:enrolled.action"), locale),
    };
  },
});

/** For the job that sends them. */
export const placeNotices = [enrolledMail, cohortStartingMail, accessEndingMail];
