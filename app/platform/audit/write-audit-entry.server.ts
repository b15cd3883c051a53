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
  ctx: { actor: { id: string; viewedBy?: { id: string } } | null; requestId?: UseCaseContext["requestId"] },
  act: Act,
): Promise<void> {
  // What somebody does while she looks at the academy as another is her own act.
  const actorId = ctx.actor?.viewedBy?.id ?? ctx.actor?.id ?? null;
  await tx.auditEntry.create({ data: { ...act, actorId, requestId: ctx.requestId ?? null } });
}
