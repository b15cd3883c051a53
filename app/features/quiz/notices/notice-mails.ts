import { z } from "zod";
import { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { formatMoment } from "#app/platform/i18n/format.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const attemptValues = z.object({
  course: z.string(),
  lesson: z.string(),
  attemptId: z.uuid(),
  titles: translatedSchema,
});

type AttemptValues = z.infer<typeof attemptValues>;

const isolated = (text: string) => `\u2068${text}\u2069`;

const quizIn = ({ titles }: AttemptValues, locale: Locale) => isolated(pickTranslated(titles, locale).text);

const addressOf = ({ course, lesson, attemptId }: AttemptValues, locale: Locale) =>
  publicUrl(inLocale(`/learn/${course}/${lesson}/attempts/${attemptId}`, locale));

/** Tells a learner that a person has graded her attempt. Says no grade: that stands on her page. */
export const gradedMail = declareMail({
  name: "attempt-graded",
  about: "grade",
  values: attemptValues.extend({ again: z.boolean() }),
  write: (values, { t, locale }) => {
    const quiz = quizIn(values, locale);
    const [subject, text] = values.again
      ? ["quiz-results:mail.regraded.subject", "quiz-results:mail.regraded.text"]
      : ["quiz-results:mail.graded.subject", "quiz-results:mail.graded.text"];
    return {
      subject: t(subject, { quiz }),
      paragraphs: [t(text, { quiz })],
      action: { label: t("quiz-results:mail.open"), href: addressOf(values, locale) },
    };
  },
});

/** Tells a learner that a question was corrected after she sat it, and why her grade is another one now. */
export const correctionMail = declareMail({
  name: "attempt-corrected",
  about: "grade",
  values: attemptValues.extend({ reason: z.string(), dropped: z.boolean(), protected: z.boolean() }),
  write: (values, { t, locale }) => {
    const quiz = quizIn(values, locale);
    const what = values.dropped ? "quiz-results:mail.corrected.dropped" : "quiz-results:mail.corrected.key";
    return {
      subject: t("quiz-results:mail.corrected.subject", { quiz }),
      paragraphs: [
        t(what, { quiz }),
        t("quiz-results:mail.corrected.reason", { reason: isolated(values.reason) }),
        ...(values.protected ? [t("quiz-results:mail.corrected.protected")] : []),
      ],
      action: { label: t("quiz-results:mail.open"), href: addressOf(values, locale) },
    };
  },
});

const setAsideValues = attemptValues
  .omit({ attemptId: true })
  .extend({ number: z.number().int().positive(), reason: z.string() });

const aboutAttempt = (name: "attempt-voided" | "attempt-restored", key: "voided" | "restored") =>
  declareMail({
    name,
    about: "grade",
    values: setAsideValues,
    write: ({ course, lesson, titles, number, reason }, { t, locale }) => {
      const quiz = isolated(pickTranslated(titles, locale).text);
      return {
        subject: t(`quiz-results:mail.${key}.subject`, { quiz }),
        paragraphs: [
          t(`quiz-results:mail.${key}.text`, { quiz, number }),
          t("quiz-results:mail.corrected.reason", { reason: isolated(reason) }),
        ],
        action: {
          label: t("quiz-results:mail.openQuiz"),
          href: publicUrl(inLocale(`/learn/${course}/${lesson}`, locale)),
        },
      };
    },
  });

/** Tells a learner that an attempt of hers was set aside, and why. */
export const attemptVoidedMail = aboutAttempt("attempt-voided", "voided");

/** Tells a learner that an attempt of hers counts again. */
export const attemptRestoredMail = aboutAttempt("attempt-restored", "restored");

/** Tells a learner that a quiz closes soon that she has not handed in. */
export const quizClosingMail = declareMail({
  name: "quiz-closing",
  about: "deadline",
  values: attemptValues.omit({ attemptId: true }).extend({
    courseTitles: translatedSchema,
    closesAt: z.iso.datetime(),
    formats: z.object({ timeZone: z.string(), calendar: z.enum(CalendarChoice), digits: z.enum(DigitsChoice) }),
  }),
  write: ({ course, lesson, titles, courseTitles, closesAt, formats }, { t, locale }) => {
    const quiz = isolated(pickTranslated(titles, locale).text);
    const said = {
      quiz,
      course: isolated(pickTranslated(courseTitles, locale).text),
      at: isolated(formatMoment(closesAt, { ...formats, locale })),
    };
    return {
      subject: t("notice-mail:quizClosing.subject", { quiz }),
      paragraphs: [t("notice-mail:quizClosing.text", said)],
      action: {
        label: t("notice-mail:quizClosing.action"),
        href: publicUrl(inLocale(`/learn/${course}/${lesson}`, locale)),
      },
    };
  },
});

/** For the job that sends them. */
export const quizMails = [quizClosingMail, gradedMail, correctionMail, attemptVoidedMail, attemptRestoredMail];
