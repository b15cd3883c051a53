import { ensureInstructor } from "#app/features/course/instructors/ensure-instructor.server.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Role } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { peopleNoticeMail } from "../mail/people-mails.ts";
import { endSessionsOf, keepAnAdmin, lockPerson } from "./lock-person.server.ts";

type Of = { id: string; reason: string };

/**
 * Makes somebody an admin, or a learner again. What she had signed in to before ends, and she is told by mail; who has
 * the role already is left alone. Throws `lastAdmin`, `merged`, and 404.
 */
export async function changeRole(ctx: PersonContext, { id, role, reason }: Of & { role: Role }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    if (person.role === role) return;
    if (role === "learner") await keepAnAdmin(tx, { without: id });
    await tx.user.update({ where: { id }, data: { role } });
    await tx.viewing.deleteMany({ where: { OR: [{ adminId: id }, { userId: id }] } });
    await endSessionsOf(tx, id);
    const change = { before: { role: person.role }, after: { role } };
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.changeRole", subjectType: "person", subjectId: id, reason },
      ...change,
    });
    const what = role === "admin" ? ("madeAdmin" as const) : ("madeLearner" as const);
    await addMail(tx, peopleNoticeMail, { to: person.email, locale: person.letters, values: { what } });
  });
}

/**
 * Gives somebody a public face as an instructor, made from her name; who has one keeps it. Her rights change, so that what
 * she had signed in to before ends. Throws `merged`, and 404.
 */
export async function makeInstructor(ctx: PersonContext, { id, reason }: Of): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    const held = await tx.instructor.findUnique({ where: { userId: id }, select: { id: true } });
    if (held) return;
    const teacher = { id, name: person.name, locale: person.locale, instructorId: null };
    const instructorId = await ensureInstructor(tx, teacher, { locale: ctx.locale });
    await endSessionsOf(tx, id);
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.makeInstructor", subjectType: "person", subjectId: id, reason },
      after: { instructor: instructorId },
    });
    const values = { what: "madeInstructor" as const };
    await addMail(tx, peopleNoticeMail, { to: person.email, locale: person.letters, values });
  });
}
