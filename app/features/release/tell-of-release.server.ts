import { z } from "zod";
import { tellAboutPlace } from "#app/features/enrolment/tending/tell-about-place.server.ts";
import { courseIn, placeValues } from "#app/features/enrolment/tending/tending-mails.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { publicUrl } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { declareMail } from "#app/platform/mail/declare-mail.ts";

const AT_ONCE = 100;

/** Tells a learner that her course has a newer release than the one that she began with. */
export const releasedMail = declareMail({
  name: "course-released",
  about: "release",
  values: placeValues.extend({ notes: translatedSchema }),
  write: (values, { t, locale }) => {
    const course = courseIn(values, locale);
    const notes = pickTranslated(values.notes, locale).text;
    return {
      subject: t("notice-mail:released.subject", { course }),
      paragraphs: [t("notice-mail:released.text", { course })],
      ...(notes ? { quoted: notes } : {}),
      action: {
        label: t("notice-mail:enrolled.action"),
        href: publicUrl(inLocale(`/learn/${values.course}`, locale)),
      },
    };
  },
});

/** For the job that sends them. */
export const releaseMails = [releasedMail];

/** Tells those who learn in a course of a release. */
export const tellOfReleaseJob = { name: "tellOfRelease", payload: z.object({ releaseId: z.uuid() }) };

/** Tells each who learns in the course and began with an earlier release, once however often this runs. */
export async function tellOfRelease({ db }: { db: Db }, { releaseId, now }: { releaseId: string; now: Date }) {
  const release = await db.release.findUnique({
    where: { id: releaseId },
    select: { number: true, notes: true, courseId: true, course: { select: { currentReleaseId: true } } },
  });
  // Another took its place meanwhile, and is told of itself.
  if (!release || release.course.currentReleaseId !== releaseId) return;
  const { number, courseId } = release;
  const notes = translatedSchema.parse(release.notes ?? {});
  for (let after: string | undefined; ; ) {
    const learners = await db.enrolment.findMany({
      where: { courseId, state: "active", release: { number: { lt: number } }, id: { gt: after } },
      ...{ orderBy: { id: "asc" }, take: AT_ONCE, select: { id: true } },
    });
    await inTransaction(db, async (tx) => {
      for (const { id: enrolmentId } of learners)
        await tellAboutPlace(tx, releasedMail, {
          ...{ enrolmentId, key: `release:${releaseId}`, now },
          values: (place) => ({ ...place, notes }),
        });
    });
    if (learners.length < AT_ONCE) return;
    after = learners.at(-1)?.id;
  }
}

export const tellOfReleaseHandler = jobHandler(tellOfReleaseJob, ({ db, clock }, { releaseId }) =>
  tellOfRelease({ db }, { releaseId, now: clock.now() }),
);
