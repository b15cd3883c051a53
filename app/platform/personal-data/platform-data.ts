import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonalData } from "./personal-table.ts";

/** What the machinery itself keeps about people. */
export const platformData: PersonalData = {
  tables: [
    {
      table: "AuditEntry",
      hers: ({ id }) => Prisma.sql`t."subjectType" = 'person' AND t."subjectId" = ${id}`,
      gives: ["at", "action", "reason", "before", "after"],
      withholds: { inner: ["id", "subjectType", "subjectId", "requestId"], others: ["actorId"] },
      onErasure: { act: "keep", why: "audit" },
    },
    {
      table: "MailboxMessage",
      hers: ({ email }) => Prisma.sql`t."to" = ${email}`,
      gives: ["to", "subject", "text", "createdAt"],
      withholds: { inner: ["id", "html"] },
      onErasure: { act: "remove" },
    },
  ],
  impersonal: ["Setting", "SiteImage", "BackupRun"],
};
