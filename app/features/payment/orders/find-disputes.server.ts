import { dashboardUrl } from "#app/features/payment/stripe/dashboard-url.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

const PAGE = 50;

/** Stripe's statuses in which the academy still has to answer. */
const unanswered = ["needs_response", "warning_needs_response"];

/**
 * Disputes: all that are open, those whose evidence is due first, and a page of those that were decided, the newest
 * first; `before` is the `next` of the page before. Throws 404 for all but admins.
 */
export async function findDisputes(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { before }: { before?: string | undefined } = {},
) {
  if (!isAdmin(actor)) throw notFound();
  const include = {
    order: { select: { number: true, currency: true, buyerName: true, buyerEmail: true, stripePaymentIntentId: true } },
  } as const;
  const [open, closed] = await Promise.all([
    before
      ? []
      : db.dispute.findMany({
          where: { closedAt: null },
          orderBy: [{ evidenceDueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
          include,
        }),
    db.dispute.findMany({
      where: { closedAt: { not: null } },
      orderBy: [{ closedAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      ...(before ? { cursor: { id: before }, skip: 1 } : {}),
      include,
    }),
  ]);
  const now = clock.now();
  const present = (dispute: (typeof closed)[number]) => ({
    ...dispute,
    stripeUrl: dashboardUrl(dispute.order.stripePaymentIntentId),
    toAnswer: unanswered.includes(dispute.status),
    overdue: dispute.evidenceDueAt !== null && dispute.evidenceDueAt <= now,
  });
  const shown = closed.slice(0, PAGE);
  return {
    open: open.map(present),
    closed: shown.map(present),
    next: closed.length > PAGE ? shown.at(-1)?.id : undefined,
  };
}

export type DisputeInList = Awaited<ReturnType<typeof findDisputes>>["open"][number];
