import { takeSeat } from "#app/features/enrolment/seats.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openGroup } from "./open-group.server.ts";

type GroupToCreate = {
  course: string;
  cohortId: string | null;
  /** Of the organisation. */
  name: string;
  seats: number;
  /** Of the invoice by which it pays. */
  reference: string;
  coordinatorEmail: string;
  expiresAt: Date | null;
};

/**
 * Opens a group of seats that an organisation pays for by invoice: the seats are taken at once, and each has a code.
 * Returns its id. For admins: throws 404 to others, and for an unknown course or coordinator; `full`, `cohortFull`.
 */
export async function createGroup(
  { db, actor, clock, requestId }: PersonContext,
  { course: slug, coordinatorEmail, ...group }: GroupToCreate,
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const course = await tx.course.findUnique({ where: { slug }, select: { id: true } });
    const email = coordinatorEmail.trim().toLowerCase();
    const coordinator = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!course || !coordinator) throw notFound();
    const { cohortId, seats, name, reference } = group;
    await takeSeat(tx, { courseId: course.id, cohortId, quantity: seats });
    const place = { courseId: course.id, coordinatorId: coordinator.id, orderId: null, now: clock.now() };
    const id = await openGroup(tx, { ...group, ...place });
    const act = { action: "access-group.create", subjectType: "accessGroup", subjectId: id, reason: reference };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { course: slug, name, seats } });
    return id;
  });
}
