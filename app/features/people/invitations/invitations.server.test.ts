import { expect, test } from "vitest";
import { publishPolicy, takeSuggestedPolicy } from "#app/features/policy/admin/change-policy.server.ts";
import { findPolicyDraft } from "#app/features/policy/admin/find-policies.server.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { takeMails } from "#tests/factories/mail.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { acceptInvitation, findInvitation } from "./accept-invitation.server.ts";
import { findInvitations } from "./find-invitations.server.ts";
import { invitePeople, resendInvitation, withdrawInvitation } from "./invite-people.server.ts";
import { lookAtPeople } from "./look-at-people.server.ts";

const database = openTestDatabase();
const reason = "They enrolled at the desk";
const password = "a gate of seven arches";
const address = "203.0.113.7";
const DAY_MS = 86_400_000;

/** A policy to which whoever signs up must agree. Returns its version. */
async function createDemandedPolicy(ctx: PersonContext): Promise<string> {
  const slug = "terms";
  await takeSuggestedPolicy(ctx, { slug });
  const { revision } = await findPolicyDraft(ctx, { slug, language: "en" });
  await publishPolicy(ctx, { slug, revision, mustAgree: true, summaries: {} });
  const { id } = await ctx.db.policyVersion.findFirstOrThrow({ where: { policy: { slug } } });
  return id;
}

const admin = async (now = new Date()) =>
  contextOf(database.db, await createPerson(database.db, { role: "admin" }), { now });
const tokenOf = (mail: { text: string } | undefined) => /invitation=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
const inDays = (days: number) => guestContext(database.db, { now: new Date(Date.now() + days * DAY_MS) });

test("a list is looked at line by line and nothing is sent", async () => {
  const { db } = database;
  const ctx = await admin();
  const known = await createPerson(db);
  await invitePeople(ctx, { invitees: [{ name: "", email: "b@example.org" }], language: "en", courseIds: [], reason });
  const text = `name,email\nAmina,a@example.org\nB,b@example.org\nK,${known.email}\nA,A@example.org\nBad,nowhere`;
  const look = await lookAtPeople(ctx, { text });
  expect(look.rows.map(({ line, standing }) => [line, standing])).toEqual([
    [2, "ok"],
    [3, "invited"],
    [4, "hasAccount"],
    [5, "repeated"],
    [6, "badAddress"],
  ]);
  expect(look.counts).toEqual({ ok: 1, invited: 1, hasAccount: 1, repeated: 1, badAddress: 1 });
  expect(await takeMails(database)).toHaveLength(1);
  await expect(lookAtPeople(ctx, { text: "\n" })).rejects.toMatchObject({ code: "noAddresses" });
});

test("who accepts has a confirmed account and her places, once, and a full course keeps nobody out", async () => {
  const { db } = database;
  const ctx = await admin();
  const [open, full] = [await createCourse(db), await createCourse(db)];
  await db.course.update({ where: { id: full.course.id }, data: { seats: 1, seatsTaken: 1 } });
  const courseIds = [open.course.id, full.course.id];
  const invitees = [{ name: "Amina", email: "amina@example.org" }];
  expect(await invitePeople(ctx, { invitees, language: "en", courseIds, reason })).toMatchObject({ invited: 1 });
  expect(await invitePeople(ctx, { invitees, language: "en", courseIds, reason })).toMatchObject({ invited: 0 });
  const [mail, ...more] = await takeMails(database);
  expect(more).toEqual([]);
  const token = tokenOf(mail);
  expect(await findInvitation(inDays(1), { token })).toMatchObject({ email: "amina@example.org", known: false });
  const accept = () => acceptInvitation(inDays(1), { token, name: "Amina Yusuf", password, address });
  const both = await Promise.allSettled([accept(), accept()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const person = await db.user.findUniqueOrThrow({
    where: { email: "amina@example.org" },
    include: { enrolments: true, accounts: true },
  });
  expect(person).toMatchObject({ emailVerified: true, enrolments: [{ courseId: open.course.id }] });
  expect(person.accounts).toHaveLength(1);
  expect(await findInvitation(inDays(1), { token })).toBeNull();
  const { invitations } = await findInvitations(ctx, { q: "amina" });
  expect(invitations).toMatchObject([{ state: "accepted", acceptedById: person.id }]);
});

test("a link ends with time, with a newer one, and when it is taken back", async () => {
  const { db } = database;
  const ctx = await admin();
  const invitees = [{ name: "", email: "late@example.org" }];
  await invitePeople(ctx, { invitees, language: "ar", courseIds: [], reason });
  const first = tokenOf((await takeMails(database))[0]);
  const { id } = await db.invitation.findFirstOrThrow({ where: { email: "late@example.org" } });
  await expect(resendInvitation(ctx, { id })).rejects.toMatchObject({ code: "sentJustNow" });
  expect(await findInvitation(inDays(15), { token: first })).toBeNull();
  const later = { ...ctx, clock: inDays(15).clock };
  expect((await findInvitations(later, { state: "expired", q: "late" })).invitations).toHaveLength(1);
  await resendInvitation(later, { id });
  const second = tokenOf((await takeMails(database))[0]);
  expect(await findInvitation(inDays(16), { token: first })).toBeNull();
  expect(await findInvitation(inDays(16), { token: second })).not.toBeNull();
  await withdrawInvitation(later, { id });
  const taken = acceptInvitation(inDays(16), { token: second, name: "Late", password, address });
  await expect(taken).rejects.toMatchObject({ code: "invitationGone" });
  await expect(withdrawInvitation(later, { id })).rejects.toMatchObject({ code: "invitationGone" });
  // What was taken back makes room for another.
  expect(await invitePeople(later, { invitees, language: "ar", courseIds: [], reason })).toMatchObject({ invited: 1 });
  await takeMails(database);
  const acts = await db.auditEntry.findMany({ where: { actorId: ctx.actor.id }, orderBy: { id: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual([
    "people.invite",
    "invitation.resend",
    "invitation.withdraw",
    "people.invite",
  ]);
});

test("an invitation opens where registration is by invitation, and nothing does where it is closed", async () => {
  const { db } = database;
  const ctx = await admin();
  const invitees = ["one", "two"].map((name) => ({ name, email: `${name}@example.org` }));
  await invitePeople(ctx, { invitees, language: "en", courseIds: [], reason });
  const [one = "", two = ""] = (await takeMails(database)).map(tokenOf);
  const now = () => ({ ...inDays(1), db: new Proxy(db, {}) });
  await changeSettings(ctx, { registration: "invitation" });
  await acceptInvitation(now(), { token: one, name: "One", password, address });
  await changeSettings(ctx, { registration: "closed" });
  const shut = acceptInvitation(now(), { token: two, name: "Two", password, address });
  await expect(shut).rejects.toMatchObject({ code: "registrationClosed" });
  await changeSettings(ctx, { registration: "open" });
});

test("nobody but an admin invites, and only into courses that are open", async () => {
  const { db } = database;
  const other = contextOf(db, await createPerson(db));
  const invitees = [{ name: "", email: "x@example.org" }];
  const invite = { invitees, language: "en" as const, courseIds: [], reason };
  await expect(invitePeople(other, invite)).rejects.toMatchObject({ status: 404 });
  const { course } = await createCourse(db);
  await db.course.update({ where: { id: course.id }, data: { state: "archived" } });
  const into = invitePeople(await admin(), { ...invite, courseIds: [course.id] });
  await expect(into).rejects.toMatchObject({ code: "courseNotOpen" });
  expect(await db.invitation.count({ where: { email: "x@example.org" } })).toBe(0);
});

test("who has an account gets the places at once, once, is told of each, and it is written down with the reason", async () => {
  const { db } = database;
  const ctx = await admin();
  const [open, full] = [await createCourse(db), await createCourse(db)];
  await db.course.update({ where: { id: full.course.id }, data: { seats: 1, seatsTaken: 1 } });
  const courseIds = [open.course.id, full.course.id];
  const [known, suspended] = [await createPerson(db), await createPerson(db)];
  await db.user.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
  const look = await lookAtPeople(ctx, { text: `${known.email}\n${suspended.email}\nnew@example.org` });
  expect(look.rows.map(({ standing }) => standing)).toEqual(["hasAccount", "hasAccount", "ok"]);
  const invitees = JSON.parse(look.packed);
  const wanted = { invitees, language: "en" as const, courseIds, reason };
  expect(await invitePeople(ctx, wanted)).toEqual({ invited: 1, places: 1, full: 1 });
  const enrolments = await db.enrolment.findMany({ where: { courseId: { in: courseIds } } });
  expect(enrolments).toMatchObject([{ userId: known.id, courseId: open.course.id, state: "active" }]);
  await takeMails(database);
  const told = await db.notification.findMany({ where: { userId: { in: [known.id, suspended.id] } } });
  expect(told).toMatchObject([{ userId: known.id, kind: "enrolment" }]);
  const where = { action: "enrolment.give", actorId: ctx.actor.id };
  expect(await db.auditEntry.findMany({ where })).toMatchObject([{ subjectId: enrolments[0]?.id, reason }]);
  expect(await invitePeople(ctx, wanted)).toEqual({ invited: 0, places: 0, full: 1 });
});

test("who takes an invitation agrees to what is demanded of all who sign up, and it is kept", async () => {
  const { db } = database;
  const ctx = await admin();
  const invitees = [{ name: "Sara", email: "sara@example.org" }];
  await invitePeople(ctx, { invitees, language: "en", courseIds: [], reason });
  const token = tokenOf((await takeMails(database))[0]);
  const versionId = await createDemandedPolicy(ctx);
  // A process of its own, which remembers no policies yet.
  const now = { ...inDays(1), db: new Proxy(db, {}) };
  const taken = { token, name: "Sara", password, address };
  await expect(acceptInvitation(now, taken)).rejects.toMatchObject({ code: "mustAgree" });
  await acceptInvitation(now, { ...taken, agree: [versionId] });
  const consents = await db.consent.findMany({ where: { user: { email: "sara@example.org" } } });
  expect(consents).toMatchObject([{ versionId, way: "signUp" }]);
});
