import type { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { CodeCounts } from "./count-codes.server.ts";
import { lastDay } from "./group-mails.ts";
import { isOpenGroup } from "./lock-group.server.ts";

/** What is read of a group to show it. */
export const groupColumns = {
  ...{ id: true, name: true, seats: true, seatsUsed: true, expiresAt: true, closedAt: true, createdAt: true },
  course: { select: { slug: true, texts: { select: { locale: true, title: true } } } },
  cohort: { select: { names: true, startsAt: true, endsAt: true } },
} satisfies Prisma.AccessGroupSelect;

type GroupRow = Prisma.AccessGroupGetPayload<{ select: typeof groupColumns }>;

/** A course's titles by language. */
export const titlesIn = (texts: readonly { locale: string; title: string }[]): Translated =>
  translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));

/** A group as screens show it: what it is for, how many seats it has and how they stand. */
export function presentGroup(row: GroupRow, { counts, now }: { counts: CodeCounts; now: Date }) {
  const { course, cohort, expiresAt, closedAt, ...group } = row;
  const open = isOpenGroup({ expiresAt, closedAt }, now);
  const { used, invited, handedOut } = counts;
  return {
    ...group,
    counts,
    open,
    closedAt,
    /** The last day on which its codes work. */
    lastDay: lastDay(expiresAt),
    /** Seats that nobody was invited to, and of which nobody holds the code. */
    free: open ? group.seats - used - invited - handedOut : 0,
    course: { slug: course.slug, titles: titlesIn(course.texts) },
    cohort: cohort && { ...cohort, names: translatedSchema.parse(cohort.names) },
  };
}

export type ShownGroup = ReturnType<typeof presentGroup>;
