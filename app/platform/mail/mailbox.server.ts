import type { Db } from "#app/platform/db/client.server.ts";
import { env } from "#app/platform/env/env.server.ts";

const KEPT_MS = 7 * 86_400_000;

type Place = { nodeEnv: string; smtp: boolean; embeddedDatabase: boolean; publicUrl: string | undefined };

/**
 * Why the mailbox page is open, or undefined when it is not. In production it is open only on a first run on one's
 * own machine: PostgreSQL started here, no mail server, no public address. Everyone who can reach the page can read
 * the mails, and with them take over accounts.
 */
export function whyMailboxOpen({
  nodeEnv,
  smtp,
  embeddedDatabase,
  publicUrl,
}: Place): "development" | "firstRun" | undefined {
  if (nodeEnv !== "production") return "development";
  if (smtp || !embeddedDatabase) return undefined;
  const host = publicUrl ? new URL(publicUrl).hostname : "localhost";
  return ["localhost", "127.0.0.1", "[::1]"].includes(host) ? "firstRun" : undefined;
}

/** The same for this process. */
export function mailboxState(): "development" | "firstRun" | undefined {
  return whyMailboxOpen({
    nodeEnv: env.NODE_ENV,
    smtp: env.SMTP_URL !== undefined,
    embeddedDatabase: env.EMBEDDED_DATABASE ?? false,
    publicUrl: env.PUBLIC_URL,
  });
}

/** Keeps a mail for the mailbox page, and drops those older than a week. */
export async function keepInMailbox(
  db: Db,
  { to, subject, html, text }: { to: string; subject: string; html: string; text: string },
): Promise<void> {
  await db.mailboxMessage.create({ data: { to, subject, html, text } });
  await db.mailboxMessage.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}

/** The newest mails, at most 50. Call it only where the mailbox is open. */
export async function unsafeFindMessages(db: Db) {
  return db.mailboxMessage.findMany({
    select: { id: true, to: true, subject: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}

/** One mail, or null. Call it only where the mailbox is open. */
export async function unsafeFindMessage(db: Db, id: string) {
  return db.mailboxMessage.findUnique({ where: { id } });
}
