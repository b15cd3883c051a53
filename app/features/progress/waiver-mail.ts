import { z } from "zod";
import { courseIn, isolated, placeValues } from "#app/features/enrolment/tending/tending-mails.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

/** Tells a learner that a lesson is asked of her no more. */
export const waiverMail = declareMail({
  name: "lesson-waived",
  about: "enrolment",
  values: placeValues.extend({ reason: z.string(), lesson: translatedSchema }),
  write: (values, { t, locale }) => {
    const course = courseIn(values, locale);
    const lesson = isolated(pickTranslated(values.lesson, locale).text);
    return {
      subject: t("learner:mail.waived.subject", { lesson }),
      paragraphs: [
        t("learner:mail.waived.text", { lesson, course }),
        t("learner:mail.reason", { reason: isolated(values.reason) }),
      ],
      action: {
        label: t("learner:mail.openCourse"),
        href: publicUrl(inLocale(`/learn/${values.course}`, locale)),
      },
    };
  },
});

/** For the job that sends them. */
export const waiverMails = [waiverMail];
