import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isOnlyAdmin, isOwnTransfer } from "./approval.server.ts";

/** So many wait on one page; the rest comes as they are decided. */
const MOST = 100;
const DECIDED = 30;

const name = { select: { name: true } };
const columns = {
  ...{ id: true, kind: true, reference: true, amount: true, receivedOn: true, recordedById: true, recordedAt: true },
  ...{ approvedAt: true, rejectedAt: true, recordedBy: name, approvedBy: name, rejectedBy: name },
  order: {
    select: {
      ...{ number: true, currency: true, buyerId: true, buyerName: true, buyerEmail: true, state: true },
      lines: { where: { position: 0 }, select: { titles: true } },
    },
  },
} as const;

/**
 * Money that was recorded and waits for its approval, the oldest first, each with whether the actor may approve it; and
 * what was decided last. Throws 404 for all but admins.
 */
export async function findTransfers({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  if (!isAdmin(actor)) throw notFound();
  const [sole, waiting, decided] = await Promise.all([
    isOnlyAdmin(db, actor),
    db.transfer.findMany({
      where: { approvedAt: null, rejectedAt: null },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      take: MOST,
      select: columns,
    }),
    db.transfer.findMany({
      where: { OR: [{ approvedAt: { not: null } }, { rejectedAt: { not: null } }] },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      take: DECIDED,
      select: columns,
    }),
  ]);
  const present = ({ order: { lines, buyerId, ...order }, ...transfer }: (typeof waiting)[number]) => ({
    ...transfer,
    order: { ...order, titles: translatedSchema.parse(lines[0]?.titles ?? {}) },
    mayApprove: sole || !isOwnTransfer(actor, { ...transfer, buyerId }),
  });
  return { waiting: waiting.map(present), decided: decided.map(present) };
}

export type TransferInList = Awaited<ReturnType<typeof findTransfers>>["waiting"][number];
