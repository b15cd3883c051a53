import { z } from "zod";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const isolated = (text: string) => `\u2068${text}\u2069`;

/**
 * Brings a learner what somebody who teaches her course wrote. Nobody's address is shown: answers are given where the
 * course asks for them.
 */
export const courseMessageMail = declareMail({
  name: "course-message",
  about: "message",
  values: z.object({
    course: z.string(),
    titles: translatedSchema,
    /** Null where the author is gone. */
    author: z.string().nullable(),
    subject: z.string(),
    body: z.string(),
    /** The same words sent again are another mail. */
    messageId: z.uuid(),
  }),
  write: ({ course, titles, author, subject, body }, { t, locale }) => {
    const title = isolated(pickTranslated(titles, locale).text);
    return {
      subject: t("courseMessage.subject", { subject: isolated(subject), title }),
      paragraphs: [
        author
          ? t("courseMessage.from", { author: isolated(author), title })
          : t("courseMessage.fromCourse", { title }),
      ],
      quoted: body,
      action: { label: t("courseMessage.action"), href: publicUrl(inLocale(`/learn/${course}`, locale)) },
      notes: [t("courseMessage.why")],
    };
  },
});

/** For the pages that show its words; its own job sends it. */
export const messageMails = [courseMessageMail];
