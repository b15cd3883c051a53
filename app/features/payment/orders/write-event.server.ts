import type { Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { OrderEventKind } from "#app/platform/db/generated/enums.ts";

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
 * trigger. Amounts in minor units.
 */
export async function writeEvent(tx: Tx, { kind, key = kind, ...happening }: Happening): Promise<boolean> {
  const { count } = await tx.orderEvent.createMany({ data: [{ ...happening, kind, key }], skipDuplicates: true });
  return count > 0;
}
