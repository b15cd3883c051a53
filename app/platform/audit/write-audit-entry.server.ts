import type { Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";

type Entry = {
  /** `<noun>.<verb>`, for example `setting.change`. */
  action: string;
  subjectType: string;
  subjectId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

type Context = {
  actor: { id: string; viewedBy?: { id: string } } | null;
  requestId?: UseCaseContext["requestId"];
};

async function write(tx: Tx, ctx: Context, entry: Entry & { reason?: string }): Promise<void> {
  // What somebody does while she looks at the academy as another is her own act.
  const actorId = ctx.actor?.viewedBy?.id ?? ctx.actor?.id ?? null;
  await tx.auditEntry.create({ data: { ...entry, actorId, requestId: ctx.requestId ?? null } });
}

/**
 * Writes down an act upon another person's data, money or certificate, in the same transaction as the act itself and
 * never without its reason. The entry can never be changed. Throws where the reason says nothing, which undoes the act.
 */
export async function writeAuditEntry(tx: Tx, ctx: Context, act: Entry & { reason: string }): Promise<void> {
  if (act.reason.trim() === "") throw new Error(`${act.action} was written down without a reason`);
  await write(tx, ctx, act);
}

/**
 * As `writeAuditEntry`, for what needs no reason: what is the academy's own (a setting, a price, a text), what somebody
 * does with her own, and what was read and not changed (a list taken out).
 */
export async function writePlainEntry(tx: Tx, ctx: Context, act: Entry & { reason?: string }): Promise<void> {
  await write(tx, ctx, act);
}
