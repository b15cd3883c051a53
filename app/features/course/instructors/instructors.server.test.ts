import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createTeacher } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { acceptInvitation, findInvitation } from "./accept-invitation.server.ts";
import { changeInstructorRole, handOverCourse, removeInstructor } from "./change-instructors.server.ts";
import { findCourseInstructors } from "./find-course-instructors.server.ts";
import { inviteInstructor, withdrawInvitation } from "./invite-instructor.server.ts";

const database = openTestDatabase();
const reason = "As we agreed";
const now = new Date("2026-11-22T10:00:00Z");

async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const owner = await createTeacher(db, { courseId: course.id, now });
  return { db, course, owner, of: { course: course.slug } };
}

const letterSchema = z.object({ to: z.string(), locale: z.string(), values: z.object({ token: z.string() }) });

/** The letters that wait to be sent. */
async function letters() {
  const { rows } = await database.connections.query("select payload from graphile_worker._private_jobs order by id");
  return z
    .array(z.object({ payload: letterSchema }))
    .parse(rows)
    .map(({ payload }) => payload);
}

beforeEach(() => database.connections.query("truncate graphile_worker._private_jobs"));

async function invited(email: string, role: "teacher" | "assistant" = "teacher") {
  const scene = await setUp();
  await inviteInstructor(scene.owner, { ...scene.of, email, role });
  const letter = (await letters()).at(-1);
  return { ...scene, token: letter?.values.token ?? "", letter };
}

test("who is invited gets a letter in her language, accepts with that address, and teaches with a public face", async () => {
  const { db } = database;
  const guest = await createPerson(db, { email: "huda@example.org", locale: "ur", name: "Huda Nasser" });
  const { token, letter, course, of, owner } = await invited(guest.email);
  expect(letter).toMatchObject({ to: guest.email, locale: "ur" });
  expect(await db.instructorInvitation.count({ where: { tokenSha256: token } })).toBe(0);
  const ctx = contextOf(db, guest, { now });
  expect(await findInvitation(ctx, { token })).toMatchObject({ standing: "open", role: "teacher" });
  const cookie = expect.stringContaining("session_token=");
  expect(await acceptInvitation(ctx, { token })).toEqual({ course: course.slug, cookie });
  const { instructors, invitations } = await findCourseInstructors(owner, of);
  expect(instructors.map(({ role, handle }) => [role, handle])).toEqual([
    ["owner", expect.any(String)],
    ["teacher", "huda-nasser"],
  ]);
  expect(invitations).toEqual([]);
  // The link works once.
  await expect(acceptInvitation(ctx, { token })).rejects.toMatchObject({ code: "spent" });
  const audit = await db.auditEntry.findMany({ where: { subjectId: course.id }, orderBy: { at: "asc" } });
  expect(audit.map(({ action }) => action)).toEqual(["instructor.invite", "instructor.accept"]);
});

test("nobody else can use the link, nor anybody after fourteen days, after it was withdrawn, or with an unproven address", async () => {
  const { db } = database;
  const email = "sami@example.org";
  const guest = await createPerson(db, { email, emailVerified: false });
  const { token, owner, of } = await invited(email);
  const stranger = contextOf(db, await createPerson(db), { now });
  expect(await findInvitation(stranger, { token })).toEqual({ standing: "otherAddress" });
  await expect(acceptInvitation(stranger, { token })).rejects.toMatchObject({ code: "otherAddress" });
  await expect(acceptInvitation(contextOf(db, guest, { now }), { token })).rejects.toMatchObject({
    code: "otherAddress",
  });
  const proven = { ...guest, emailVerified: true };
  const late = contextOf(db, proven, { now: new Date(now.getTime() + 14 * 86_400_000) });
  await expect(acceptInvitation(late, { token })).rejects.toMatchObject({ code: "spent" });
  const { invitations } = await findCourseInstructors(owner, of);
  await withdrawInvitation(owner, { ...of, invitation: invitations[0]?.id ?? "" });
  await expect(acceptInvitation(contextOf(db, proven, { now }), { token })).rejects.toMatchObject({ code: "spent" });
  await expect(findInvitation(stranger, { token: "x".repeat(43) })).rejects.toMatchObject({ status: 404 });
});

test("a second invitation takes the place of the first, and who teaches already is not invited", async () => {
  const { db } = database;
  const guest = await createPerson(db, { email: "twice@example.org" });
  const { token, owner, of } = await invited(guest.email, "assistant");
  await inviteInstructor(owner, { ...of, email: guest.email, role: "teacher" });
  const second = (await letters()).at(-1)?.values.token ?? "";
  const ctx = contextOf(db, guest, { now });
  await expect(acceptInvitation(ctx, { token })).rejects.toMatchObject({ code: "spent" });
  const both = await Promise.allSettled([
    acceptInvitation(ctx, { token: second }),
    acceptInvitation(ctx, { token: second }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(inviteInstructor(owner, { ...of, email: guest.email, role: "teacher" })).rejects.toMatchObject({
    code: "alreadyTeaches",
  });
});

test("roles change, teachers go, and a course is never without its one owner", async () => {
  const { db, course, owner, of } = await setUp();
  const teacher = await createTeacher(db, { courseId: course.id, role: "teacher" });
  const [first, second] = [owner.actor.instructorId ?? "", teacher.actor.instructorId ?? ""];
  await changeInstructorRole(owner, { ...of, reason, instructor: second, role: "assistant" });
  for (const stays of [
    () => changeInstructorRole(owner, { ...of, reason, instructor: first, role: "teacher" }),
    () => removeInstructor(owner, { ...of, reason, instructor: first }),
  ]) {
    await expect(stays()).rejects.toMatchObject({ code: "ownerStays" });
  }
  await handOverCourse(owner, { ...of, reason, instructor: second });
  const roles = async () =>
    (await db.courseInstructor.findMany({ where: { courseId: course.id }, orderBy: { role: "asc" } })).map(
      ({ instructorId, role }) => [role, instructorId],
    );
  expect(await roles()).toEqual([
    ["owner", second],
    ["teacher", first],
  ]);
  // Who handed it over has no say any more; who got it may remove her.
  await expect(removeInstructor(owner, { ...of, reason, instructor: second })).rejects.toMatchObject({ status: 404 });
  await removeInstructor(teacher, { ...of, reason, instructor: first });
  expect(await roles()).toEqual([["owner", second]]);
  const audit = await db.auditEntry.findMany({ where: { subjectId: course.id }, orderBy: { at: "asc" } });
  expect(audit.map(({ action }) => action)).toEqual(["instructor.changeRole", "course.handOver", "instructor.remove"]);
  expect(audit.every((entry) => entry.reason === reason)).toBe(true);
});

test("teachers, assistants and strangers neither see nor change who teaches", async () => {
  const { db, course, of, owner } = await setUp();
  const instructor = owner.actor.instructorId ?? "";
  const others = [
    await createTeacher(db, { courseId: course.id, role: "teacher" }),
    await createTeacher(db, { courseId: course.id, role: "assistant" }),
    (await setUp()).owner,
  ];
  for (const ctx of others) {
    for (const refused of [
      () => findCourseInstructors(ctx, of),
      () => inviteInstructor(ctx, { ...of, email: "a@example.org", role: "teacher" }),
      () => removeInstructor(ctx, { ...of, reason, instructor }),
      () => handOverCourse(ctx, { ...of, reason, instructor: ctx.actor.instructorId ?? "" }),
      () => withdrawInvitation(ctx, { ...of, invitation: instructor }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ status: 404 });
    }
  }
  expect(await letters()).toEqual([]);
});

test("who gets a public face by accepting is told of, so that no process remembers her session without it", async () => {
  const guest = await createPerson(database.db);
  const { token } = await invited(guest.email);
  const listening = await database.connections.connect();
  const told: (string | undefined)[] = [];
  listening.on("notification", ({ payload }) => told.push(payload));
  await listening.query("listen person_changed");
  await acceptInvitation(contextOf(database.db, guest, { now }), { token });
  await expect.poll(() => told).toContain(guest.id);
  await listening.query("unlisten person_changed");
  listening.release();
});
