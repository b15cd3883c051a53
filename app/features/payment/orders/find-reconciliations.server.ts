import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { differencesSchema } from "./differences.ts";

const PAGE = 30;
/** A comparison that says nothing for so long was interrupted, in milliseconds. */
const SILENT_MS = 12 * 60 * 60_000;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;

const include = { askedBy: { select: { name: true } } } satisfies Prisma.ReconciliationInclude;
type Row = Prisma.ReconciliationGetPayload<{ include: typeof include }>;

function present({ differences, askedBy, askedById, ...row }: Row, now: Date) {
  const found = differencesSchema.parse(differences);
  const given = row.finishedAt === null && now.getTime() - row.startedAt.getTime() > SILENT_MS;
  return {
    ...row,
    nightly: askedById === null,
    by: askedBy?.name ?? null,
    /** How far it is: `stopped` is tried again by itself, `lost` is not. */
    standing: row.finishedAt ? ("finished" as const) : given ? "lost" : row.stoppedBy ? "stopped" : "going",
    found,
    open: found.filter(({ mended }) => !mended).length,
  };
}

/**
 * Comparisons with Stripe, those of the nights and those that admins began, the newest first; `before` is the `next` of
 * the page before. Throws 404 for all but admins.
 */
export async function findReconciliations({ db, actor, clock }: Context, { before }: { before?: string | undefined }) {
  if (!isAdmin(actor)) throw notFound();
  const rows = await db.reconciliation.findMany({
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    include,
  });
  const now = clock.now();
  const shown = rows.slice(0, PAGE);
  return {
    reconciliations: shown.map((row) => present(row, now)),
    next: rows.length > PAGE ? shown.at(-1)?.id : undefined,
    withStripe: configuredStripe() !== undefined,
  };
}

/** One comparison with what differed, each with the number of its order. Throws 404 for all but admins, and for none. */
export async function findReconciliation({ db, actor, clock }: Context, { id }: { id: string }) {
  if (!isAdmin(actor)) throw notFound();
  const row = await db.reconciliation.findUnique({ where: { id }, include });
  if (!row) throw notFound();
  const { found, ...reconciliation } = present(row, clock.now());
  const ids = found.flatMap(({ orderId }) => (orderId ? [orderId] : []));
  const orders = await db.order.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, currency: true, buyerName: true },
  });
  const byId = new Map(orders.map((order) => [order.id, order]));
  const differences = found.map((one) => ({ ...one, order: one.orderId ? (byId.get(one.orderId) ?? null) : null }));
  return { ...reconciliation, differences };
}

export type ReconciliationReport = Awaited<ReturnType<typeof findReconciliation>>;
