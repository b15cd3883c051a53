import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { storePassword } from "./store-password.server.ts";

type NewAdmin = { email: string; name: string; password?: string };

/**
 * Makes an admin from the command line: a new account with a confirmed address, or an existing one, which keeps its
 * name, and its password unless one is given. Written to the audit log. Throws when a new account has no password.
 */
export async function createAdmin(
  { db }: { db: Db },
  { email, name, password }: NewAdmin,
): Promise<{ id: string; created: boolean }> {
  const hash = password === undefined ? undefined : await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const known = await tx.user.findUnique({ where: { email }, select: { id: true, role: true } });
    if (!known && !hash) throw new Error("A new account needs a password");
    const { id } = await tx.user.upsert({
      where: { email },
      create: { email, name, role: "admin", emailVerified: true },
      update: { role: "admin", emailVerified: true },
      select: { id: true },
    });
    if (hash) {
      await storePassword(tx, { userId: id, hash });
      await tx.session.deleteMany({ where: { userId: id } });
    }
    const act = { action: "person.makeAdmin", subjectType: "person", subjectId: id, reason: "command line" };
    await writeAuditEntry(
      tx,
      { actor: null },
      { ...act, before: { role: known?.role ?? "none" }, after: { role: "admin" } },
    );
    return { id, created: !known };
  });
}
