import { Logger, runOnce, type TaskList } from "graphile-worker";
import { adminMails } from "#app/features/payment/mails/admin-mails.ts";
import { buyerMails } from "#app/features/payment/mails/order-mails.ts";
import { tellOfOrder } from "#app/features/payment/mails/tell-of-order.server.ts";
import { tellOfOrderJob } from "#app/features/payment/orders/order-jobs.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { mailHandler } from "#app/platform/mail/send-mail.server.ts";
import type { openTestDatabase } from "#tests/setup/database.ts";
import { jobContext } from "./finished.ts";

/** Writes all that waits to be told of orders, and returns the mails that were sent, oldest first; each once. */
export async function takeOrderMails({ db, connections }: ReturnType<typeof openTestDatabase>) {
  const handlers = [jobHandler(tellOfOrderJob, tellOfOrder), mailHandler([...buyerMails, ...adminMails])];
  const taskList: TaskList = Object.fromEntries(
    handlers.map(({ name, handle }) => [name, (payload: unknown) => handle(jobContext(db), payload)]),
  );
  const logger = new Logger(() => () => undefined);
  await runOnce({ pgPool: connections, taskList, noPreparedStatements: true, logger });
  const mails = await db.mailboxMessage.findMany({ orderBy: { id: "asc" } });
  await db.mailboxMessage.deleteMany();
  return mails;
}
