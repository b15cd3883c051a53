import type { Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";

type Act = {
  /** `<noun>.<verb>`, for example `setting.change`. */
  action: string;
  subjectType: string;
  subjectId?: string;
  reason?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** Writes down an act in the same transaction as the act itself. The entry can never be changed. */
export async function writeAuditEntry(
  tx: Tx,
  ctx: { actor: { id: string } | null; requestId?: UseCaseContext["requestId"] },
  act: Act,
): Promise<void> {
  await tx.auditEntry.create({ data: { ...act, actorId: ctx.actor?.id ?? null, requestId: ctx.requestId ?? null } });
}
