import { isAdmin } from "#app/platform/access/actor.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { peopleRefused } from "../people-errors.ts";

/**
 * A person's row, locked until the transaction ends. Throws 404 for nobody and where the actor is no admin any more, and
 * `merged` for an account that was closed into another one.
 */
export async function lockPerson(
  tx: Tx,
  { actor, id }: { actor: PersonContext["actor"]; id: string },
): Promise<User & { letters: Locale }> {
  if (!isAdmin(actor)) throw notFound();
  await lockAdmins(tx, { besides: id });
  const person = await tx.user.findUnique({ where: { id } });
  const self = await tx.user.findUnique({ where: { id: actor.id }, select: { role: true, suspendedAt: true } });
  // Two admins who act upon one another at once do it one after the other, and the second is none then.
  if (!person || self?.role !== "admin" || self.suspendedAt) throw notFound();
  if (person.mergedIntoId) throw peopleRefused("merged");
  return { ...person, letters: isLocale(person.locale) ? person.locale : "ar" };
}

/** Locks all admins and one person, always in the same order: nobody stops being the last but one meanwhile. */
async function lockAdmins(tx: Tx, { besides }: { besides: string }): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "User" WHERE "role" = 'admin' OR "id" = ${besides}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Throws `lastAdmin` where nobody would be left to run the academy without this person. */
export async function keepAnAdmin(tx: Tx, { without }: { without: string }): Promise<void> {
  const others = await tx.user.count({ where: { role: "admin", suspendedAt: null, id: { not: without } } });
  if (others === 0) throw peopleRefused("lastAdmin");
}

/** Signs a person out everywhere, in every process; returns from how many devices. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId } })).count;
}
