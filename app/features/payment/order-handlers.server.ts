import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { differencesMail } from "./mails/admin-mails.ts";
import { tellAdmins } from "./mails/tell-admins.server.ts";
import { tellOfOrder } from "./mails/tell-of-order.server.ts";
import { openNightlyReconciliation } from "./orders/begin-reconciliation.server.ts";
import {
  handleStripeEventJob,
  reconcileJob,
  sendRefundJob,
  syncOrderJob,
  tellOfOrderJob,
  tendOrdersJob,
} from "./orders/order-jobs.ts";
import { runReconciliation } from "./orders/reconcile-orders.server.ts";
import { sendRefund } from "./orders/send-refund.server.ts";
import { syncOrder } from "./orders/sync-order.server.ts";
import { tendOrders } from "./orders/tend-orders.server.ts";
import { handleStripeEvent } from "./stripe/handle-stripe-event.server.ts";

/** What the payments do in the background. */
export const orderHandlers: JobHandler[] = [
  jobHandler(syncOrderJob, async (context, order) => void (await syncOrder(context, order))),
  jobHandler(sendRefundJob, sendRefund),
  jobHandler(handleStripeEventJob, handleStripeEvent),
  jobHandler(tellOfOrderJob, tellOfOrder),
  jobHandler(tendOrdersJob, tendOrders),
  jobHandler(reconcileJob, async (context, asked) => {
    const reconciliationId = asked?.reconciliationId ?? (await openNightlyReconciliation(context));
    const { compared, differences } = await runReconciliation(context, { reconciliationId });
    const report = { compared, differences: differences.length };
    // Who asked for it looks at it herself.
    if (differences.length > 0 && !asked?.reconciliationId) {
      const values = { reconciliationId, count: differences.length };
      await inTransaction(context.db, (tx) => tellAdmins(tx, differencesMail, () => values));
    }
    if (differences.length > 0) context.log.error(report, "Our orders and Stripe's differed");
    else context.log.info(report, "Our orders and Stripe's agree");
  }),
];
