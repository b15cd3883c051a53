import { Logger, runOnce, type TaskList } from "graphile-worker";
import { accountMails } from "#app/features/account/mail/account-mails.ts";
import { linkHandler } from "#app/features/account/send-link.server.ts";
import { peopleMails } from "#app/features/people/mail/people-mails.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { JobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { mailHandler } from "#app/platform/mail/send-mail.server.ts";
import type { openTestDatabase } from "#tests/setup/database.ts";

type TestDatabase = ReturnType<typeof openTestDatabase>;

function tasksOf(db: Db, handlers: JobHandler[]): TaskList {
  return Object.fromEntries(
    handlers.map(({ name, handle }) => [name, (payload: unknown) => handle({ db, clock: systemClock, log }, payload)]),
  );
}

/** Does every waiting job of accounts, and returns the mails that were sent, oldest first; each is returned once. */
export async function takeMails({ db, connections }: TestDatabase) {
  const taskList = tasksOf(db, [mailHandler([...accountMails, ...peopleMails]), linkHandler]);
  await runOnce({
    pgPool: connections,
    taskList,
    noPreparedStatements: true,
    logger: new Logger(() => () => undefined),
  });
  const mails = await db.mailboxMessage.findMany({ orderBy: { id: "asc" } });
  await db.mailboxMessage.deleteMany();
  return mails;
}

/** The token of the link in a mail. */
export function tokenIn(mail: { text: string } | undefined): string {
  return /[?&]token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}
