import { takeSeat } from "#app/features/enrolment/seats.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { groupRefused } from "./group-errors.ts";
import { openGroup, tellCoordinator } from "./open-group.server.ts";

type GroupToCreate = {
  course: string;
  cohortId: string | null;
  /** Of the organisation. */
  name: string;
  seats: number;
  /** Of the invoice by which it pays. */
  reference: string;
  /** Of somebody who may have no account yet. */
  coordinatorEmail: string;
  expiresAt: Date | null;
};

/** Who coordinates, as a group names her, and the language to write to her in: hers, or the one of who asks. */
export async function findCoordinator(tx: Tx, { email, locale }: { email: string; locale: Locale }) {
  // An account whose address nobody has proven may be anybody's.
  const person = await tx.user.findFirst({ where: { email, emailVerified: true }, select: { id: true, locale: true } });
  const known = { coordinatorId: person?.id ?? null, coordinatorEmail: person ? null : email };
  return { known, locale: isLocale(person?.locale) ? person.locale : locale };
}

async function findCourse(tx: Tx, { slug, cohortId, now }: { slug: string; cohortId: string | null; now: Date }) {
  const course = await tx.course.findUnique({
    where: { slug },
    select: {
      id: true,
      state: true,
      selfPaced: true,
      cohorts: { where: { endsAt: { gt: now } }, select: { id: true } },
    },
  });
  if (course?.state !== "published") throw groupRefused("courseUnknown");
  if (cohortId === null && !course.selfPaced) throw groupRefused("cohortNeeded");
  if (cohortId !== null && !course.cohorts.some(({ id }) => id === cohortId)) throw groupRefused("courseUnknown");
  return course;
}

/**
 * Opens a group of seats that an organisation pays for by invoice: the seats are taken at once, each has a code, and the
 * coordinator is written to. Returns its id. For admins: throws 404 to others; `courseUnknown`, `cohortNeeded`,
 * `expiryPast`; `full`, `cohortFull`.
 */
export async function createGroup(
  { db, actor, clock, locale: asked, requestId }: PersonContext,
  { course: slug, coordinatorEmail, ...group }: GroupToCreate,
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const { cohortId, seats, name, reference, expiresAt } = group;
    if (expiresAt && expiresAt <= now) throw groupRefused("expiryPast");
    const course = await findCourse(tx, { slug, cohortId, now });
    const email = coordinatorEmail.trim().toLowerCase();
    const { known, locale } = await findCoordinator(tx, { email, locale: asked });
    await takeSeat(tx, { courseId: course.id, cohortId, quantity: seats });
    const id = await openGroup(tx, { ...group, ...known, courseId: course.id, orderId: null, now });
    await tellCoordinator(tx, { groupId: id, to: email, locale });
    const act = { action: "access-group.create", subjectType: "accessGroup", subjectId: id, reason: reference };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { course: slug, name, seats } });
    return id;
  });
}
