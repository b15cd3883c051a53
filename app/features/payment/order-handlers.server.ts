import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { handleStripeEventJob, reconcileJob, sendRefundJob, syncOrderJob, tendOrdersJob } from "./orders/order-jobs.ts";
import { reconcileOrders } from "./orders/reconcile-orders.server.ts";
import { sendRefund } from "./orders/send-refund.server.ts";
import { syncOrder } from "./orders/sync-order.server.ts";
import { tendOrders } from "./orders/tend-orders.server.ts";
import { handleStripeEvent } from "./stripe/handle-stripe-event.server.ts";

/** How far back the comparison at night looks, in milliseconds: beyond the longest delayed payment, and the last nights. */
const NIGHT_MS = 21 * 24 * 60 * 60_000;

/** What the payments do in the background. */
export const orderHandlers: JobHandler[] = [
  jobHandler(syncOrderJob, async (context, order) => void (await syncOrder(context, order))),
  jobHandler(sendRefundJob, sendRefund),
  jobHandler(handleStripeEventJob, handleStripeEvent),
  jobHandler(tendOrdersJob, tendOrders),
  jobHandler(reconcileJob, async (context) => {
    const from = new Date(context.clock.now().getTime() - NIGHT_MS);
    const { compared, differences } = await reconcileOrders(context, { from });
    const report = { compared, differences: differences.length };
    if (differences.length > 0) context.log.error(report, "Our orders and Stripe's differed");
    else context.log.info(report, "Our orders and Stripe's agree");
  }),
];
