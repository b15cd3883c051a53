import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { sendMail } from "#app/platform/mail/add-mail.server.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { beginToBuy, createBuyer, createPricedCourse } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { askForScholarship, createAdmin, createFund, WHY } from "#tests/factories/scholarship.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { countWaitingScholarships } from "./count-scholarships.server.ts";
import { findMyApplication, findMyScholarships, findOfferedScholarship } from "./find-my-scholarships.server.ts";
import { findScholarship } from "./find-scholarship.server.ts";
import { findScholarshipChoices } from "./find-scholarship-choices.server.ts";
import { findScholarships, SCHOLARSHIPS_PER_PAGE } from "./find-scholarships.server.ts";
import { findFund, findFunds } from "./funds/find-funds.server.ts";
import { grantScholarship } from "./grant-scholarship.server.ts";
import { reckonGrant } from "./reckon-grant.ts";
import { refuseScholarship } from "./refuse-scholarship.server.ts";
import { scholarshipMails } from "./scholarship-mails.ts";
import { streamScholarships } from "./stream-scholarships.server.ts";

const database = openTestDatabase();

async function askAs(name: string, { course }: { course: { slug: string } }) {
  const person = await createPerson(database.db, { name });
  const ctx = contextOf(database.db, person);
  return { ctx, person, id: await askForScholarship(ctx, { course }) };
}

/** Three who asked for one course: one waits, one was granted half from a fund, one was refused. */
async function threeAsked() {
  const { course } = await createPricedCourse(database.db);
  const admin = await createAdmin(database.db);
  const [waits, granted, refused] = [
    await askAs("سلمى الخطيب", { course }),
    await askAs("Salma Haddad", { course }),
    await askAs("=Yusuf", { course }),
  ];
  const fundId = await createFund(admin, 10_000);
  await grantScholarship(admin, { scholarshipId: granted.id, percent: 50, fundId, reason: "Welcome" });
  await refuseScholarship(admin, { scholarshipId: refused.id, reason: "Not this year" });
  return { course, admin, waits, granted, refused, fundId };
}

test("those that wait stand first, and each filter leaves what it says", async () => {
  const { course, admin, waits, granted, refused, fundId } = await threeAsked();
  const find = async (filters: Partial<Parameters<typeof findScholarships>[1]>) =>
    (await findScholarships(admin, { status: "all", course: course.slug, ...filters })).scholarships.map(
      ({ id }) => id,
    );
  expect(await find({ status: "waiting" })).toEqual([waits.id]);
  expect(await find({})).toEqual([refused.id, granted.id, waits.id]);
  expect(await find({ status: "granted" })).toEqual([granted.id]);
  expect(await find({ status: "used" })).toEqual([]);
  expect(await find({ q: "سلمي الخطيب" })).toEqual([waits.id]);
  expect(await find({ q: granted.person.email })).toEqual([granted.id]);
  expect(await find({ fund: fundId })).toEqual([granted.id]);
  expect(await find({ fund: "none" })).toEqual([]);
  await beginToBuy(granted.ctx, { course, method: "transfer" });
  expect(await find({ status: "used" })).toEqual([granted.id]);
  const { counts } = await findScholarships(admin, { status: "all", course: course.slug });
  expect(counts).toEqual({ all: 3, waiting: 1, granted: 0, used: 1, refused: 1, withdrawn: 0 });
});

test("pages are turned forth and back without leaving anybody out", async () => {
  const { course } = await createPricedCourse(database.db);
  const admin = await createAdmin(database.db);
  for (let n = 0; n < SCHOLARSHIPS_PER_PAGE + 2; n += 1) await askAs(`Learner ${n}`, { course });
  const filters = { status: "waiting" as const, course: course.slug };
  const first = await findScholarships(admin, filters);
  const second = await findScholarships(admin, { ...filters, cursor: first.next });
  expect(first.scholarships[0]?.name).toBe("Learner 0");
  expect(second.scholarships.map(({ name }) => name)).toEqual(
    [SCHOLARSHIPS_PER_PAGE, SCHOLARSHIPS_PER_PAGE + 1].map((n) => `Learner ${n}`),
  );
  expect(second.next).toBeUndefined();
  const back = await findScholarships(admin, { ...filters, cursor: second.previous });
  expect(back.scholarships).toEqual(first.scholarships);
  expect(await countWaitingScholarships(admin)).toBeGreaterThanOrEqual(SCHOLARSHIPS_PER_PAGE + 2);
});

test("the table for a spreadsheet holds no formula and not what a learner wrote of herself, and is written down", async () => {
  const { course, admin } = await threeAsked();
  const filters = { status: "all" as const, course: course.slug };
  const words = { head: (column: string) => column, status: (status: string) => status };
  const csv = await new Response(await streamScholarships(admin, { filters, words })).text();
  const lines = csv.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(csv).toContain(`"'=Yusuf"`);
  expect(csv).toContain('50,"Friends of the academy","24.50","USD"');
  expect(csv).not.toContain(WHY);
  const entry = await database.db.auditEntry.findFirst({
    where: { action: "scholarship.export", actorId: admin.actor.id },
  });
  expect(entry?.after).toMatchObject({ course: course.slug });
});

test("who decides sees the learner's price, her other applications, the funds, and what stands in the way", async () => {
  const { course, admin, waits, granted, fundId } = await threeAsked();
  const { course: other } = await createPricedCourse(database.db);
  const second = await askForScholarship(waits.ctx, { course: other });
  await database.db.course.update({ where: { id: course.id }, data: { seats: 1, seatsTaken: 1 } });
  const found = await findScholarship(admin, { id: waits.id });
  expect(found.terms).toMatchObject({ blocked: "full", prices: { "own-pace": { amount: 4_900, currency: "USD" } } });
  expect(found.others).toMatchObject([{ id: second, status: "waiting" }]);
  expect(found.funds.find(({ id }) => id === fundId)).toMatchObject({ grantedAmount: 2_450, limitAmount: 10_000 });
  expect(found.learner.name).toBe("سلمى الخطيب");
  const decided = await findScholarship(admin, { id: granted.id });
  expect(decided).toMatchObject({ status: "granted", amount: 2_450, terms: null, decidedBy: "Huda Admin" });
  expect(decided.history).toMatchObject([{ action: "scholarship.grant", by: "Huda Admin", reason: "Welcome" }]);
  await expect(findScholarship(admin, { id: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 });
});

test("a fund says what it gave, what of it nobody used, and to whom by whom", async () => {
  const { course, admin, granted, fundId } = await threeAsked();
  expect(await findFund(admin, { id: fundId })).toMatchObject({
    ...{ grantedAmount: 2_450, unusedAmount: 2_450, scholarships: 1, more: false },
    newest: [{ id: granted.id, decidedBy: "Huda Admin", status: "granted" }],
  });
  await beginToBuy(granted.ctx, { course, method: "transfer" });
  expect(await findFund(admin, { id: fundId })).toMatchObject({ grantedAmount: 2_450, unusedAmount: 0 });
  expect((await findFunds(admin)).funds.map(({ id }) => id)).toContain(fundId);
});

test("who is no admin finds none of it", async () => {
  const { waits, fundId } = await threeAsked();
  const { ctx } = waits;
  const words = { head: String, status: String };
  for (const asked of [
    findScholarships(ctx, { status: "all" }),
    findScholarship(ctx, { id: waits.id }),
    findScholarshipChoices(ctx),
    countWaitingScholarships(ctx),
    streamScholarships(ctx, { filters: { status: "all" }, words }),
    findFunds(ctx),
    findFund(ctx, { id: fundId }),
  ])
    await expect(asked).rejects.toMatchObject({ status: 404 });
});

test("a learner sees her own alone, and what she pays with what she was granted", async () => {
  const { course, waits, granted, refused } = await threeAsked();
  expect(await findMyScholarships(waits.ctx)).toMatchObject([{ id: waits.id, status: "waiting", course: course.slug }]);
  expect(await findMyScholarships(refused.ctx)).toMatchObject([{ status: "refused", reason: "Not this year" }]);
  expect(await findMyApplication(granted.ctx, { course: course.slug })).toMatchObject({
    ...{ hasPlace: false, left: 2_450, newest: { status: "granted", percent: 50, reason: "Welcome" } },
  });
  const offered = (ctx: typeof waits.ctx) => findOfferedScholarship(ctx, { courseId: course.id });
  expect([await offered(waits.ctx), await offered(granted.ctx), await offered(refused.ctx)]).toEqual([
    { percent: null },
    { percent: 50 },
    null,
  ]);
  await beginToBuy(granted.ctx, { course, method: "transfer" });
  expect(await offered(granted.ctx)).toBeNull();
  const [ordering] = await findMyScholarships(granted.ctx);
  expect(ordering).toMatchObject({ status: "ordering", order: expect.any(Number) });
  const stranger = await createBuyer(database.db);
  expect(await findMyScholarships(stranger)).toEqual([]);
});

test("each decision is told by mail, in the learner's language, and to nobody who is suspended", async () => {
  const { course } = await createPricedCourse(database.db);
  const admin = await createAdmin(database.db);
  const [urdu, away] = [
    await createPerson(database.db, { locale: "ur" }),
    await createPerson(database.db, { locale: "en" }),
  ];
  const ids = [];
  for (const person of [urdu, away]) ids.push(await askForScholarship(contextOf(database.db, person), { course }));
  await database.db.user.update({ where: { id: away.id }, data: { suspendedAt: new Date() } });
  for (const id of ids) await refuseScholarship(admin, { scholarshipId: id, reason: "Not this year" });
  const { rows } = await database.connections.query(
    "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1",
    [sendMail.name],
  );
  const told = rows.map(({ payload }) => payload).filter(({ mail }) => mail === "scholarship-refused");
  const to = (address: string) => told.filter((mail) => mail.to === address);
  expect(to(urdu.email)).toMatchObject([{ locale: "ur", values: { course: course.slug, reason: "Not this year" } }]);
  expect(to(away.email)).toEqual([]);
});

test.each(locales)("the mails about scholarships are whole in %s", (locale) => {
  const values = { course: "a-course", titles: { en: "A course" }, reason: "Because", percent: 40 };
  for (const kind of scholarshipMails)
    for (const percent of [40, 100]) {
      const { subject, text, html } = writeMail({ kind, locale, values: { ...values, percent } });
      expect(subject).toContain("A course");
      expect(text).toContain("Because");
      expect(`${subject}${text}${html}`).not.toMatch(/mail\.|\{\{|undefined/);
      expect(text).toMatch(new RegExp(`/${locale}/(courses|learn)/a-course`));
    }
});

test("what a grant comes to is reckoned with the same rounding as an order, and says what its fund cannot bear", () => {
  const price = { amount: 4_999, currency: "USD" };
  const fund = { currency: "USD", limitAmount: 5_000, grantedAmount: 1_000 };
  expect(reckonGrant({ price, percent: 100, fund: null })).toEqual({
    waived: 4_999,
    pays: 0,
    left: null,
    problem: null,
  });
  expect(reckonGrant({ price, percent: 50, fund })).toEqual({ waived: 2_500, pays: 2_499, left: 1_500, problem: null });
  expect(reckonGrant({ price, percent: 100, fund })).toMatchObject({ left: 0, problem: "fundSpent" });
  const euros = { ...fund, currency: "EUR" };
  expect(reckonGrant({ price, percent: 100, fund: euros })).toMatchObject({ problem: "fundCurrency" });
  for (const percent of [0, 101, 12.5, Number.NaN]) expect(reckonGrant({ price, percent, fund })).toBeUndefined();
});
