import type { Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { OrderEventKind } from "#app/platform/db/generated/enums.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { tellOfOrderJob } from "./order-jobs.ts";

/** What somebody is written to about. That an order was placed is only told to who must still learn how to pay it. */
const told: ReadonlySet<OrderEventKind> = new Set([
  ...(["pending", "paid", "failed", "expired", "noSeat", "refunded"] as const),
  ...(["disputeOpened", "evidenceDue", "refundFailed"] as const),
]);

type Happening = {
  orderId: string;
  kind: OrderEventKind;
  /** What makes it the same happening when it is told again; where nothing is said, its kind. */
  key?: string;
  at: Date;
  paid?: number;
  refunded?: number;
  lost?: number;
  actorId?: string | null;
  detail?: Prisma.InputJsonValue;
};

/**
 * Writes into an order's ledger what happened to it; whether it was not there yet. The order's sums follow by a
 * trigger, and who should hear of it is written to. Amounts in minor units.
 */
export async function writeEvent(tx: Tx, { kind, key = kind, ...happening }: Happening): Promise<boolean> {
  const { count } = await tx.orderEvent.createMany({ data: [{ ...happening, kind, key }], skipDuplicates: true });
  const { orderId, paid } = happening;
  if (count > 0 && told.has(kind) && paid !== 0) await addJob(tx, tellOfOrderJob, { orderId, key });
  return count > 0;
}
