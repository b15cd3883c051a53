import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import type { scholarValues } from "./scholarship-mails.ts";

type Scholar = z.input<typeof scholarValues>;

/**
 * Tells a learner about her scholarship; `values` says what she is told beside the course.
 */
export async function tellScholar<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: NoticeMailKind<Values>,
  { scholarshipId, values }: { scholarshipId: string; values: (scholar: Scholar) => z.input<Values> },
): Promise<void> {
  const { userId, course } = await tx.scholarship.findUniqueOrThrow({
    where: { id: scholarshipId },
    select: {
      userId: true,
      course: { select: { slug: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]));
  await notify(tx, { kind, userId, values: values({ course: course.slug, titles }), key: randomUUID() });
}
