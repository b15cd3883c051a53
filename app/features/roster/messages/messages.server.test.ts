import { Logger, runOnce } from "graphile-worker";
import { expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createPerson } from "#tests/factories/person.ts";
import { createTeacher } from "#tests/factories/teacher.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { type Audience, audienceOf, choiceOf, chosenAudience } from "./audience.ts";
import { findComposePage } from "./find-compose-page.server.ts";
import { findMessage } from "./find-message.server.ts";
import { findMessages } from "./find-messages.server.ts";
import { findMyMessages } from "./find-my-messages.server.ts";
import { confirmedMessageSchema, messageSchema } from "./message-schema.ts";
import { previewMessage } from "./preview-message.server.ts";
import { sendMessage } from "./send-message.server.ts";
import { spreadMessageHandler } from "./spread-message.server.ts";
import { tellRecipientHandler } from "./tell-recipient.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T12:00:00Z");
const hello = { subject: "Saturday's walk", body: "We meet at the gate.\n\nنلتقي عند الباب." };
const toAll: Audience = { kind: "all" };

async function setUp() {
  const { course } = await createCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: course.id });
  const ctx = await createTeacher(database.db, { courseId: course.id, role: "assistant", now });
  const inCohort = await createEnrolment(database.db, { course, cohortId: cohort.id });
  const alone = await createEnrolment(database.db, { course });
  const gone = await createEnrolment(database.db, { course });
  const withdrawn = { state: "withdrawn" as const, withdrawnAt: now };
  await database.db.enrolment.update({ where: { id: gone.enrolmentId }, data: withdrawn });
  return { course, cohort, ctx, inCohort, alone, gone };
}

type Sent = { audience?: Audience; confirmed: number; formId?: string };

const send = (ctx: PersonContext, course: { slug: string }, { audience = toAll, confirmed, formId }: Sent) =>
  sendMessage(ctx, { ...hello, course: course.slug, audience, confirmed, formId: formId ?? crypto.randomUUID() });

/** Does the jobs of messages; `smtpUrl` of a server that takes none lets the mails fail. */
async function work({ smtpUrl }: { smtpUrl?: string } = {}) {
  const handlers = [spreadMessageHandler, tellRecipientHandler(smtpUrl ? { smtpUrl } : {})];
  const context = { db: database.db, clock: { now: () => now }, log };
  await runOnce({
    pgPool: database.connections,
    taskList: Object.fromEntries(
      handlers.map(({ name, handle }) => [name, (payload: unknown) => handle(context, payload)]),
    ),
    noPreparedStatements: true,
    logger: new Logger(() => () => undefined),
  });
}

const mailsTo = (email: string) => database.db.mailboxMessage.findMany({ where: { to: email } });
const mine = async (ctx: PersonContext, course: { slug: string }) =>
  (await findMyMessages(ctx, { course: course.slug })).messages.map(({ subject }) => subject);

test("a message goes once to each who has a place, in her language around the author's own words", async () => {
  const { course, ctx, inCohort, alone, gone } = await setUp();
  await database.db.user.update({ where: { id: alone.person.id }, data: { locale: "en" } });
  const { messageId, recipients } = await send(ctx, course, { confirmed: 2 });
  expect(recipients).toBe(2);
  await work();
  await spreadMessageHandler.handle({ db: database.db, clock: ctx.clock, log }, { messageId });
  await work();
  const [english, ...more] = await mailsTo(alone.person.email);
  expect(more).toEqual([]);
  expect(english?.subject).toContain("Saturday's walk");
  expect(english?.text).toContain(`writes to you from the course`);
  expect(english?.text).toContain(hello.body);
  expect(english?.html).toContain(`<p dir="auto" class="ink" style="margin:12px 0`);
  expect(english?.html).not.toContain(ctx.actor.email);
  expect((await mailsTo(inCohort.person.email))[0]?.text).toContain("كتب إليك");
  expect(await mailsTo(gone.person.email)).toEqual([]);
  const { messages } = await findMessages(ctx, { course: course.slug });
  expect(messages).toMatchObject([{ id: messageId, audience: "all", recipients: 2, waiting: 0, failed: 0 }]);
  expect(messages[0]?.author).toBe("ليلى منصور");
});

test("a form that is sent again, or twice at once, is one message", async () => {
  const { course, ctx } = await setUp();
  const formId = crypto.randomUUID();
  const [one, two] = await Promise.all([
    send(ctx, course, { confirmed: 2, formId }),
    send(ctx, course, { confirmed: 2, formId }),
  ]);
  const again = await send(ctx, course, { confirmed: 2, formId });
  expect([two, again]).toEqual([one, one]);
  expect((await findMessages(ctx, { course: course.slug })).messages).toHaveLength(1);
  const entries = await database.db.auditEntry.findMany({ where: { subjectId: course.id } });
  expect(entries).toMatchObject([{ action: "courseMessage.send", after: { message: one.messageId, recipients: 2 } }]);
});

test("nothing is sent to another number of learners than was agreed to, nor to nobody", async () => {
  const { course, ctx, gone } = await setUp();
  await expect(send(ctx, course, { confirmed: 3 })).rejects.toMatchObject({ code: "changed", values: { count: 2 } });
  const withdrawn: Audience = { kind: "learner", enrolmentId: gone.enrolmentId };
  await expect(send(ctx, course, { audience: withdrawn, confirmed: 1 })).rejects.toMatchObject({ code: "nobody" });
  const preview = previewMessage(ctx, { course: course.slug, audience: withdrawn });
  await expect(preview).rejects.toMatchObject({ code: "nobody" });
  expect((await findMessages(ctx, { course: course.slug })).messages).toEqual([]);
});

test("learners find on their page what was written to all, to their cohort and to them", async () => {
  const { course, cohort, ctx, inCohort, alone } = await setUp();
  const audiences: [string, Audience, number][] = [
    ["to all", toAll, 2],
    ["to the cohort", { kind: "cohort", cohortId: cohort.id }, 1],
    ["to one", { kind: "learner", enrolmentId: alone.enrolmentId }, 1],
    ["to who has not begun", { kind: "filtered", filters: { state: "notBegun" } }, 2],
  ];
  for (const [index, [subject, audience, confirmed]] of audiences.entries()) {
    const then = { ...ctx, clock: { now: () => new Date(now.getTime() + index) } };
    expect(await previewMessage(then, { course: course.slug, audience })).toBe(confirmed);
    const form = { course: course.slug, subject, body: "…", formId: crypto.randomUUID() };
    await sendMessage(then, { ...form, audience, confirmed });
  }
  expect(await mine(inCohort.ctx, course)).toEqual(["to who has not begun", "to the cohort", "to all"]);
  expect(await mine(alone.ctx, course)).toEqual(["to who has not begun", "to one", "to all"]);
  const late = await createEnrolment(database.db, { course, cohortId: cohort.id });
  expect(await mine(late.ctx, course)).toEqual(["to the cohort", "to all"]);
  const leaves = { state: "withdrawn" as const, withdrawnAt: now };
  await database.db.enrolment.update({ where: { id: alone.enrolmentId }, data: leaves });
  expect(await mine(alone.ctx, course)).toEqual([]);
  expect(await mine(contextOf(database.db, await createPerson(database.db)), course)).toEqual([]);
  const { messages } = await findMessages(ctx, { course: course.slug });
  expect(messages.map(({ audience, learner, filters }) => ({ audience, learner, filters }))).toEqual([
    { audience: "filtered", learner: null, filters: { state: "notBegun" } },
    { audience: "learner", learner: alone.person.name, filters: null },
    { audience: "cohort", learner: null, filters: null },
    { audience: "all", learner: null, filters: null },
  ]);
});

test("a mail that fails is told and tried again, and who left meanwhile is not written to", async () => {
  const { course, ctx, inCohort, alone } = await setUp();
  const { messageId } = await send(ctx, course, { confirmed: 2 });
  const leaves = { state: "withdrawn" as const, withdrawnAt: now };
  await database.db.enrolment.update({ where: { id: inCohort.enrolmentId }, data: leaves });
  await work({ smtpUrl: "smtp://127.0.0.1:1" });
  const failed = await findMessage(ctx, { course: course.slug, message: messageId });
  expect(failed.message).toMatchObject({ waiting: 0, failed: 2, body: hello.body });
  expect(failed.message.unreached).toHaveLength(2);
  await database.connections.query("update graphile_worker._private_jobs set run_at = now()");
  await work();
  const { message } = await findMessage(ctx, { course: course.slug, message: messageId });
  expect(message).toMatchObject({ failed: 1, unreached: [{ enrolmentId: inCohort.enrolmentId }] });
  expect(await mailsTo(alone.person.email)).toHaveLength(1);
  expect(await mailsTo(inCohort.person.email)).toEqual([]);
});

test("a course writes no more than twenty times a day to many; those to one learner are counted apart", async () => {
  const { course, ctx, alone } = await setUp();
  await expect(send(ctx, course, { confirmed: 3 })).rejects.toMatchObject({ code: "changed" });
  for (let i = 0; i < 20; i += 1) await send(ctx, course, { confirmed: 2 });
  const one: Audience = { kind: "learner", enrolmentId: alone.enrolmentId };
  const twentyFirst = send(ctx, course, { confirmed: 2 });
  await expect(twentyFirst).rejects.toMatchObject({ code: "tooManyToday", values: { most: 20 } });
  await expect(send(ctx, course, { audience: one, confirmed: 1 })).resolves.toMatchObject({ recipients: 1 });
  const first = await findMessages(ctx, { course: course.slug, limit: 15 });
  const second = await findMessages(ctx, { course: course.slug, limit: 15, after: first.next });
  const ids = [...first.messages, ...second.messages].map(({ id }) => id);
  expect(new Set(ids).size).toBe(21);
  expect(second.next).toBeUndefined();
});

test("messages are not there for learners and for those who teach other courses", async () => {
  const { course, ctx, alone } = await setUp();
  const other = await createCourse(database.db);
  const elsewhere = await createTeacher(database.db, { courseId: other.course.id, now });
  const { messageId } = await send(ctx, course, { confirmed: 2 });
  const of = { course: course.slug };
  for (const stranger of [alone.ctx, elsewhere]) {
    const refused = { status: 404 };
    await expect(send(stranger, course, { confirmed: 2 })).rejects.toMatchObject(refused);
    await expect(previewMessage(stranger, { ...of, audience: toAll })).rejects.toMatchObject(refused);
    await expect(findMessages(stranger, of)).rejects.toMatchObject(refused);
    await expect(findMessage(stranger, { ...of, message: messageId })).rejects.toMatchObject(refused);
    await expect(findComposePage(stranger, of)).rejects.toMatchObject(refused);
  }
  const theirs = findMessage(elsewhere, { course: other.course.slug, message: messageId });
  await expect(theirs).rejects.toMatchObject({ status: 404 });
  const foreign = findComposePage(elsewhere, { course: other.course.slug, to: alone.enrolmentId });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
  const stolen = send(elsewhere, other.course, {
    audience: { kind: "learner", enrolmentId: alone.enrolmentId },
    confirmed: 1,
  });
  await expect(stolen).rejects.toMatchObject({ code: "nobody" });
});

test("an address names an audience, and a choice of the form another", () => {
  const cohort = crypto.randomUUID();
  expect(audienceOf({})).toEqual({ kind: "all" });
  expect(audienceOf({ cohort })).toEqual({ kind: "cohort", cohortId: cohort });
  expect(audienceOf({ cohort, q: "a" })).toEqual({ kind: "filtered", filters: { cohort, q: "a" } });
  expect(audienceOf({ to: cohort, q: "a" })).toEqual({ kind: "learner", enrolmentId: cohort });
  for (const audience of [audienceOf({}), audienceOf({ cohort }), audienceOf({ q: "a" })]) {
    expect(chosenAudience(choiceOf(audience), audience)).toEqual(audience);
  }
});

test("a message is plain text with something in it, and lines end in one way", () => {
  const form = {
    audience: "all",
    formId: crypto.randomUUID(),
    subject: " A\u0000 walk\n",
    body: "a\r\n\r\n\r\n\r\nb\u0000 ",
  };
  expect(messageSchema.parse(form)).toMatchObject({ subject: "A walk", body: "a\n\nb" });
  for (const wrong of [{ subject: " " }, { body: "" }, { body: "x".repeat(5_001) }, { audience: "cohort:1" }])
    expect(messageSchema.safeParse({ ...form, ...wrong }).success).toBe(false);
  expect(confirmedMessageSchema.safeParse({ ...form, confirmed: "0" }).success).toBe(false);
});
