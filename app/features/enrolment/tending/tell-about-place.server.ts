import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import type { placeValues } from "./tending-mails.ts";

type Course = z.input<typeof placeValues>;

/**
 * Tells a learner about her place in a course, each time anew unless there is a key; `values` says what she is told
 * beside the course and how she wants moments to be written.
 */
export async function tellAboutPlace<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: NoticeMailKind<Values>,
  about: { enrolmentId: string; values: (place: Course) => z.input<Values>; key?: string; now?: Date },
): Promise<void> {
  const { enrolmentId, values, key = randomUUID(), now } = about;
  const { user, course } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      user: { select: { id: true, timeZone: true, calendar: true, digits: true } },
      course: { select: { slug: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  const place: Course = {
    course: course.slug,
    titles: Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title])),
    formats: { timeZone: await readerZone(tx, user), calendar: user.calendar, digits: user.digits },
  };
  await notify(tx, { kind, userId: user.id, values: values(place), key, now });
}
