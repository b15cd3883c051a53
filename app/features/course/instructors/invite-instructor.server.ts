import { createHash, randomBytes } from "node:crypto";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { countTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { openManagedCourse } from "../ending/open-managed-course.server.ts";
import { instructorRefused } from "./instructor-errors.ts";
import type { Invite } from "./instructor-schema.ts";
import { invitationMail } from "./invitation-mail.ts";

const DAYS = 14;
const byPerson: RateRule = { name: "invitations-person", points: 40, seconds: 3_600 };

export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale" | "requestId">;

/**
 * Asks somebody by mail to teach a course, in her language where she has an account. An open invitation to the same
 * address gives way to this one: its link works no more. Only for the owner and admins; throws 404 to others,
 * `alreadyTeaches` and `tooMany`.
 */
export async function inviteInstructor(
  ctx: Context,
  { course, email, role }: { course: string } & Invite,
): Promise<void> {
  await openManagedCourse(ctx, { course });
  await countTry({ db: ctx.db, rule: byPerson, key: ctx.actor.id });
  const now = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    const { id: courseId } = await openManagedCourse({ db: tx, actor: ctx.actor }, { course });
    const select = { locale: true, instructor: { select: { courses: { where: { courseId } } } } } as const;
    const person = await tx.user.findUnique({ where: { email }, select });
    if ((person?.instructor?.courses.length ?? 0) > 0) throw instructorRefused("alreadyTeaches");
    const open = { courseId, email, acceptedAt: null, withdrawnAt: null };
    await tx.instructorInvitation.updateMany({ where: open, data: { withdrawnAt: now } });
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + DAYS * 86_400_000);
    const { id } = await tx.instructorInvitation.create({
      data: {
        courseId,
        email,
        role,
        tokenSha256: hashToken(token),
        invitedById: ctx.actor.id,
        createdAt: now,
        expiresAt,
      },
    });
    const locale = isLocale(person?.locale) ? person.locale : ctx.locale;
    const values = { token, days: DAYS, inviter: ctx.actor.name, titles: await titlesOf(tx, courseId), role };
    await addMail(tx, invitationMail, { to: email, locale, values });
    const act = { action: "instructor.invite", subjectType: "course", subjectId: courseId };
    await writePlainEntry(tx, ctx, { ...act, after: { invitation: id, role } });
  });
}

async function titlesOf(tx: Tx, courseId: string) {
  const texts = await tx.courseText.findMany({ where: { courseId }, select: { locale: true, title: true } });
  return Object.fromEntries(texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
}

/** Takes an invitation back: its link works no more. One that is no longer open is a success. Throws 404. */
export async function withdrawInvitation(ctx: Context, { course, invitation }: { course: string; invitation: string }) {
  const now = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    const { id: courseId } = await openManagedCourse({ db: tx, actor: ctx.actor }, { course });
    const where = { id: invitation, courseId, acceptedAt: null, withdrawnAt: null };
    const { count } = await tx.instructorInvitation.updateMany({ where, data: { withdrawnAt: now } });
    if (count === 0) return;
    const act = { action: "instructor.withdrawInvitation", subjectType: "course", subjectId: courseId };
    await writePlainEntry(tx, ctx, { ...act, before: { invitation } });
  });
}
