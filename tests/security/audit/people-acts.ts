import type { Db } from "#app/platform/db/client.server.ts";
import { createPerson, createSession } from "#tests/factories/person.ts";
import { type AuditedAct, reason } from "./audited-act.ts";

type Changed = Parameters<Db["user"]["update"]>[0]["data"];

/** Acts of the page of a person, each upon somebody for whom it changes something. */
function onPerson(intent: string, writes: string, changed: Changed = {}): AuditedAct {
  return {
    act: `admin/person ${intent}`,
    writes,
    ask: async ({ db }) => {
      const { id } = await createPerson(db);
      await db.user.update({ where: { id }, data: changed });
      await createSession(db, id);
      return { params: { person: id }, form: { intent, reason } };
    },
  };
}

/** What admins do to people's accounts. */
export const peopleActs: AuditedAct[] = [
  onPerson("verifyAddress", "person.verifyAddress", { emailVerified: false }),
  onPerson("sendResetLink", "person.sendResetLink"),
  onPerson("endSessions", "person.endSessions"),
  onPerson("resetSecondFactor", "person.resetSecondFactor", { twoFactorEnabled: true }),
  onPerson("makeInstructor", "person.makeInstructor"),
  onPerson("makeAdmin", "person.changeRole"),
  onPerson("makeLearner", "person.changeRole", { role: "admin" }),
  onPerson("suspend", "person.suspend"),
  onPerson("liftSuspension", "person.liftSuspension", { suspendedAt: new Date() }),
  {
    act: "admin/merge-people ",
    writes: "person.merge",
    ask: async ({ db }) => {
      const [kept, closed] = [await createPerson(db), await createPerson(db)];
      return { params: { person: kept.id }, form: { other: closed.id, keep: "this", reason } };
    },
  },
  {
    act: "admin/bounced-addresses ",
    writes: "address.retry",
    ask: async ({ db }) => {
      const { email } = await createPerson(db);
      await db.mailBounce.create({ data: { email, cause: "refused", status: "5.1.1" } });
      return { form: { email, reason } };
    },
  },
  {
    act: "admin/invite-people invite",
    writes: "enrolment.give",
    ask: async ({ db, scene }) => {
      const { name, email } = await createPerson(db);
      const form = { intent: "invite", invitees: JSON.stringify([{ name, email }]), language: "en", reason };
      return { form: { ...form, courses: scene.courseId } };
    },
  },
  // Last, for it leaves the admin looking at the academy as somebody else.
  onPerson("view", "person.view"),
];
