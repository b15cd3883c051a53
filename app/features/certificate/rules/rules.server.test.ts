import { beforeAll, expect, test } from "vitest";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createTemplate } from "#tests/factories/certificate-template.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor, createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { changeRule } from "./change-rule.server.ts";
import { findCourseRule } from "./find-course-rule.server.ts";
import { findRules, RULES_PER_PAGE } from "./find-rules.server.ts";

const database = openTestDatabase();
let admin: PersonContext;

beforeAll(async () => {
  admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
});

const texts = (ar: string, en: string) => ({
  create: [
    { locale: "ar", title: ar, summary: "", outcomes: [] },
    { locale: "en", title: en, summary: "", outcomes: [] },
  ],
});

test("a change is written down with before and after, and the same again is none", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const template = await createTemplate(db);
  const wanted = { rule: "approval" as const, templateId: template.id, months: 24 };
  await changeRule(admin, { kind: "courses", id: course.id, ...wanted });
  await changeRule(admin, { kind: "courses", id: course.id, ...wanted });
  const entries = await db.auditEntry.findMany({ where: { subjectId: course.id } });
  const before = { rule: "automatic", templateId: null, months: null };
  expect(entries).toMatchObject([
    { action: "certificateRule.change", subjectType: "course", actorId: admin.actor.id, before, after: wanted },
  ]);
});

test("that a certificate must be paid for is a course's alone, and stays where nothing is said of it", async () => {
  const { db } = database;
  const { course } = await createCourse(db);
  const paid = async () => (await db.course.findUniqueOrThrow({ where: { id: course.id } })).certificatePaid;
  const wanted = { rule: "automatic" as const, templateId: null, months: null };
  await changeRule(admin, { kind: "courses", id: course.id, ...wanted, paid: true });
  expect(await paid()).toBe(true);
  expect(await db.auditEntry.findFirstOrThrow({ where: { subjectId: course.id } })).toMatchObject({
    before: { paid: false },
    after: { paid: true },
  });
  await changeRule(admin, { kind: "courses", id: course.id, ...wanted, rule: "approval" });
  expect(await paid()).toBe(true);
  await changeRule(admin, { kind: "courses", id: course.id, ...wanted, paid: false });
  expect(await paid()).toBe(false);
});

test("a programme has a rule of its own, and a template that is not there is refused", async () => {
  const { db } = database;
  const programme = await db.programme.create({ data: { slug: "p", titles: { en: "Diploma" }, summaries: {} } });
  const place = { kind: "programmes" as const, id: programme.id };
  await changeRule(admin, { ...place, rule: "none", templateId: null, months: null });
  const missing = { ...place, rule: "none" as const, templateId: programme.id, months: null };
  await expect(changeRule(admin, missing)).rejects.toMatchObject({ code: "templateMissing" });
  const { rules } = await findRules({ ...admin, locale: "ur" }, { kind: "programmes" });
  expect(rules).toMatchObject([{ id: programme.id, title: "Diploma", titleLocale: "en", rule: "none" }]);
});

test("rules are listed by title a page at a time, there and back, and found by the titles of any language", async () => {
  const { db } = database;
  for (let i = 0; i < RULES_PER_PAGE + 5; i += 1) {
    await createCourse(db, { texts: texts(`سلسلة ${10 + i}`, `Series ${10 + i}`), state: "draft" });
  }
  const search = { kind: "courses" as const, q: "series" };
  const first = await findRules(admin, search);
  expect(first.rules.map(({ title }) => title)).toEqual(
    Array.from({ length: RULES_PER_PAGE }, (_, i) => `سلسلة ${10 + i}`),
  );
  expect(first.previous).toBeUndefined();
  const second = await findRules(admin, { ...search, cursor: first.next });
  expect(second.rules).toHaveLength(5);
  expect(second.next).toBeUndefined();
  const again = await findRules(admin, { ...search, cursor: second.previous });
  expect(again.rules).toEqual(first.rules);
  expect((await findRules(admin, { ...search, cursor: "nonsense" })).rules).toEqual(first.rules);
  expect((await findRules(admin, { kind: "courses", q: "100%" })).rules).toEqual([]);
});

test("they are found by template, of which the default one is that of all who name none, and by rule", async () => {
  const { db } = database;
  const template = await createTemplate(db);
  const { course } = await createCourse(db, { certificateTemplateId: template.id, certificateRule: "none" });
  const named = await findRules(admin, { kind: "courses", template: template.id });
  expect(named.rules.map(({ id }) => id)).toEqual([course.id]);
  const usual = named.templates.find(({ isDefault }) => isDefault);
  const unnamed = await findRules(admin, { kind: "courses", template: usual?.id ?? "" });
  expect(unnamed.rules.length).toBeGreaterThan(0);
  expect(unnamed.rules.every(({ templateId }) => templateId === null)).toBe(true);
  const none = await findRules(admin, { kind: "courses", rule: "none" });
  expect(none.rules.map(({ id }) => id)).toEqual([course.id]);
});

test("those who teach a course know its rule; others do not, and only admins change it", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { certificateMonths: 12 });
  const [owner, stranger] = [await createInstructor(db), await createInstructor(db)];
  await db.courseInstructor.create({
    data: { courseId: course.id, instructorId: owner.instructor.id, role: "owner" },
  });
  const teacher = contextOf(db, owner.person, { instructorId: owner.instructor.id });
  expect(await findCourseRule(teacher, { course: course.slug })).toEqual({
    rule: "automatic",
    months: 12,
    paid: false,
  });
  const other = contextOf(db, stranger.person, { instructorId: stranger.instructor.id });
  await expect(findCourseRule(other, { course: course.slug })).rejects.toMatchObject({ status: 404 });
  const change = { kind: "courses" as const, id: course.id, rule: "none" as const, templateId: null, months: null };
  await expect(changeRule(teacher, change)).rejects.toMatchObject({ status: 404 });
  await expect(findRules(teacher, { kind: "courses" })).rejects.toMatchObject({ status: 404 });
});
