import type { LockedOrder } from "#app/features/payment/orders/lock-order.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { OrderSeat } from "#app/platform/db/generated/client.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { drawAccessCode } from "./access-code.ts";
import { groupReadyMail, lastDay } from "./group-mails.ts";

type Group = {
  name: string;
  courseId: string;
  cohortId: string | null;
  seats: number;
  expiresAt: Date | null;
  coordinatorId: string | null;
  /** Where she has no account yet. */
  coordinatorEmail?: string | null;
  reference: string;
  orderId: string | null;
  now: Date;
};

/** Makes codes for seats of a group that were taken already. */
export async function addCodes(tx: Tx, { groupId, count }: { groupId: string; count: number }): Promise<void> {
  const data = Array.from({ length: count }, () => ({ groupId, code: drawAccessCode() }));
  await tx.accessCode.createMany({ data });
}

/** The title of a course in its languages. */
export async function titlesOf(tx: Tx, courseId: string) {
  const texts = await tx.courseText.findMany({ where: { courseId }, select: { locale: true, title: true } });
  return Object.fromEntries(texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
}

/** Opens a group whose seats were taken already, with a code for each. Returns its id. */
export async function openGroup(tx: Tx, { now, ...group }: Group): Promise<string> {
  const { id } = await tx.accessGroup.create({ data: { ...group, createdAt: now }, select: { id: true } });
  await addCodes(tx, { groupId: id, count: group.seats });
  return id;
}

type Told = { groupId: string; to: string; locale: Locale };

/** Writes to the coordinator of a group that its seats are hers to hand out. */
export async function tellCoordinator(tx: Tx, { groupId, to, locale }: Told): Promise<void> {
  const { name, courseId, seats, expiresAt } = await tx.accessGroup.findUniqueOrThrow({ where: { id: groupId } });
  const values = { groupId, name, seats, titles: await titlesOf(tx, courseId), expiresOn: lastDay(expiresAt) };
  await addMail(tx, groupReadyMail, { to, locale, values });
}

/** The group of a sponsor, who hands out its codes herself. */
export async function openGroupForOrder(
  tx: Tx,
  { order, seat, now }: { order: LockedOrder; seat: OrderSeat; now: Date },
): Promise<void> {
  const { courseId, cohortId, quantity: seats } = seat;
  const sponsor = { name: order.buyerName, coordinatorId: order.buyerId, reference: `${order.number}` };
  const groupId = await openGroup(tx, {
    ...sponsor,
    courseId,
    cohortId,
    seats,
    expiresAt: null,
    orderId: order.id,
    now,
  });
  const locale = isLocale(order.locale) ? order.locale : defaultLocale;
  await tellCoordinator(tx, { groupId, to: order.buyerEmail, locale });
}
