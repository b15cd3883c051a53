import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { countTry } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findBounce, liftBounce } from "#app/platform/mail/bounces.server.ts";

const PAGE = 50;
/** Of a person who has it tried again: each time a mail may come back. */
const retryByPerson = { name: "retry-address", points: 3, seconds: 86_400 };

type Ctx = Pick<PersonContext, "db" | "actor" | "requestId">;

/** Addresses that mail came back from, newest first, with whose they are. Only for admins. */
export async function findBouncedAddresses({ db, actor }: Ctx, { after }: { after: string | undefined }) {
  if (!isAdmin(actor)) throw notFound();
  const found = await db.mailBounce.findMany({
    orderBy: [{ at: "desc" }, { email: "asc" }],
    take: PAGE + 1,
    skip: after ? 1 : 0,
    cursor: after ? { email: after } : undefined,
  });
  const page = found.slice(0, PAGE);
  const people = await db.user.findMany({
    where: { email: { in: page.map(({ email }) => email) } },
    select: { id: true, email: true, name: true },
  });
  const addresses = page.map((bounce) => ({
    ...bounce,
    person: people.find(({ email }) => email === bounce.email) ?? null,
  }));
  return { addresses, next: found.length > PAGE ? page.at(-1)?.email : undefined };
}

/** Lets mail go to an address again, with an audit entry; one that is not held back is a success. Only for admins. */
export async function retryAddress(ctx: Ctx, { email, reason }: { email: string; reason: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const bounce = await findBounce(tx, email);
    if (!bounce || !(await liftBounce(tx, email))) return;
    const person = await tx.user.findUnique({ where: { email: bounce.email }, select: { id: true } });
    const subject = person ? { subjectType: "person", subjectId: person.id } : { subjectType: "address" };
    const { cause, status } = bounce;
    await writeAuditEntry(tx, ctx, { action: "address.retry", ...subject, reason, before: { cause, status } });
  });
}

/** Whether mail to one's own address came back. One query. */
export async function findOwnBounce({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  const bounce = await findBounce(db, actor.email);
  return bounce && { cause: bounce.cause, at: bounce.at };
}

/** Lets mail go to one's own address again. Throws `tooMany`. */
export async function retryOwnAddress({ db, actor }: Pick<PersonContext, "db" | "actor">): Promise<void> {
  await countTry({ db, rule: retryByPerson, key: actor.id });
  await liftBounce(db, actor.email);
}
