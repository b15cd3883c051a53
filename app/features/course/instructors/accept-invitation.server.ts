import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { rotateSession } from "#app/platform/session/rotate-session.server.ts";
import { ensureInstructor } from "./ensure-instructor.server.ts";
import { instructorRefused } from "./instructor-errors.ts";
import { hashToken } from "./invite-instructor.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale" | "requestId">;

/** An invitation by the token of its letter. Throws 404 where there is none such. */
async function findByToken(db: DbOrTx, token: string) {
  const invitation = await db.instructorInvitation.findUnique({
    where: { tokenSha256: hashToken(token) },
    select: {
      ...{ id: true, email: true, role: true, expiresAt: true, acceptedAt: true, withdrawnAt: true, courseId: true },
      invitedBy: { select: { name: true } },
      course: { select: { slug: true, deletedAt: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  if (!invitation) throw notFound();
  return invitation;
}

/** Whether an invitation can be accepted by the actor now, and if not, why. */
function standingOf({ actor, now }: { actor: PersonContext["actor"]; now: Date }, invitation: Invitation) {
  const { acceptedAt, withdrawnAt, expiresAt, course, email } = invitation;
  if (acceptedAt || withdrawnAt || expiresAt <= now || course.deletedAt) return "spent" as const;
  return email === actor.email && actor.emailVerified ? ("open" as const) : ("otherAddress" as const);
}

type Invitation = Awaited<ReturnType<typeof findByToken>>;

/**
 * What an invitation asks of the actor. Whoever is signed in with another address than the one that was asked is told
 * no more than that. Throws 404 for a token that there is not.
 */
export async function findInvitation({ db, actor, clock }: Context, { token }: { token: string }) {
  const invitation = await findByToken(db, token);
  const standing = standingOf({ actor, now: clock.now() }, invitation);
  if (standing !== "open") return { standing };
  const { course, role, invitedBy } = invitation;
  const titles: Translated = Object.fromEntries(
    course.texts.map(({ locale, title }) => [localeSchema.parse(locale), title]),
  );
  return { standing, role, titles, inviter: invitedBy?.name ?? null };
}

/**
 * Makes the actor one of those who teach a course, as she was asked, and gives her a public face as an instructor
 * where she had none. Only with the address that was asked. Who teaches it already keeps her role. Answers the
 * course's slug, and for who did not teach before, and so may do more from now on, the cookie of her session under
 * another token. Throws 404, `spent` and `otherAddress`.
 */
export async function acceptInvitation(
  ctx: Context,
  { token }: { token: string },
): Promise<{ course: string; cookie?: string }> {
  const now = ctx.clock.now();
  return inTransaction(ctx.db, async (tx) => {
    const found = await findByToken(tx, token);
    const standing = standingOf({ actor: ctx.actor, now }, found);
    if (standing !== "open") throw instructorRefused(standing);
    const { id, courseId, role, course } = found;
    const open = { id, acceptedAt: null, withdrawnAt: null };
    // Of two uses at once only one still finds it open.
    const { count } = await tx.instructorInvitation.updateMany({ where: open, data: { acceptedAt: now } });
    if (count === 0) throw instructorRefused("spent");
    const instructorId = await ensureInstructor(tx, ctx.actor, { locale: ctx.locale });
    const position = await tx.courseInstructor.count({ where: { courseId } });
    await tx.courseInstructor.createMany({ data: [{ courseId, instructorId, role, position }], skipDuplicates: true });
    const act = { action: "instructor.accept", subjectType: "course", subjectId: courseId };
    await writePlainEntry(tx, ctx, { ...act, after: { invitation: id, instructor: instructorId, role } });
    const { sessionId } = ctx.actor;
    if (ctx.actor.instructorId !== null) return { course: course.slug };
    return { course: course.slug, cookie: await rotateSession(tx, { sessionId }) };
  });
}
