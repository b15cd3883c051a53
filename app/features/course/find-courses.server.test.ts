import fc from "fast-check";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { type Locale, localePreference, locales } from "#app/platform/i18n/locales.ts";
import { createCatalogue } from "#tests/factories/catalogue.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { countCourses } from "./count-courses.server.ts";
import { type CourseFilters, courseSorts } from "./course-filters.ts";
import { courseFiltersSchema } from "./course-filters-schema.ts";
import { COURSES_PER_PAGE, findCourses, pickCourses } from "./find-courses.server.ts";

const database = openTestDatabase();

// A page or two of the tests' walks, and enough rows that PostgreSQL would rather not read them all.
beforeAll(() => createCatalogue(database.connections, { courses: 2_000 }));

async function walk({ locale, filters }: { locale: Locale; filters: CourseFilters }) {
  const ctx = { db: database.db, locale };
  const forward: string[][] = [];
  let page = await findCourses(ctx, filters);
  expect(page.previous).toBeUndefined();
  forward.push(page.courses.map(({ id }) => id));
  while (page.next) {
    page = await findCourses(ctx, { ...filters, cursor: page.next });
    forward.push(page.courses.map(({ id }) => id));
  }
  const backward = [page.courses.map(({ id }) => id)];
  while (page.previous) {
    page = await findCourses(ctx, { ...filters, cursor: page.previous });
    backward.unshift(page.courses.map(({ id }) => id));
  }
  return { forward: forward.flat(), backward: backward.flat(), pages: forward.length };
}

const filtersArbitrary = fc.record({
  q: fc.constantFrom(undefined, "Jerusalem 7", "القدس", "Jerusalm"),
  subject: fc.constantFrom("history", "architecture"),
  level: fc.constantFrom("beginner" as const, "intermediate" as const, "advanced" as const),
  price: fc.constantFrom(undefined, "free" as const, "paid" as const),
  language: fc.constantFrom(undefined, "ar" as const, "fr" as const),
  sort: fc.constantFrom(undefined, ...courseSorts),
});

test("walking forward and back sees each course once and in the same order, in any order and language", async () => {
  await fc.assert(
    fc.asyncProperty(filtersArbitrary, fc.constantFrom(...locales), async (filters, locale) => {
      const { total } = await countCourses({ db: database.db, locale }, filters);
      const { forward, backward, pages } = await walk({ locale, filters });
      expect(new Set(forward).size).toBe(forward.length);
      expect(forward.length).toBe(total);
      expect(pages).toBe(Math.max(1, Math.ceil(total / COURSES_PER_PAGE)));
      expect(backward.toSorted()).toEqual(forward.toSorted());
      expect(backward).toEqual(forward);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test("titles are in the order of the reader's language, each in the best language there is", async () => {
  for (const locale of ["ar", "fr"] as const) {
    const { courses } = await findCourses({ db: database.db, locale }, { sort: "title" });
    const titles = courses.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator(locale).compare));
    const texts = await database.db.courseText.findMany({ where: { courseId: { in: courses.map(({ id }) => id) } } });
    for (const { id, textLocale } of courses) {
      const there = texts.filter(({ courseId }) => courseId === id).map((text) => text.locale);
      expect(textLocale).toBe(localePreference(locale).find((wanted) => there.includes(wanted)));
    }
  }
});

test("a listing is read from an index and reads no more courses than it shows, wherever in it one is", async () => {
  const { db, connections } = database;
  for (const [sort, index] of [
    [undefined, "Course_newest"],
    ["shortest", "Course_shortest"],
    ["title", "CourseTitle_ar"],
  ] as const) {
    const { courses } = await findCourses({ db, locale: "ar" }, { sort });
    const [course] = courses;
    if (!course) throw new Error("no course");
    const place = { id: course.id, direction: "after" } as const;
    const cursor =
      sort === "title"
        ? ({ sort, key: course.title, ...place } as const)
        : sort === "shortest"
          ? ({ sort, key: course.minutes, ...place } as const)
          : ({ sort: "newest", key: course.publishedAt, ...place } as const);
    for (const at of [undefined, cursor]) {
      const { text, values } = pickCourses({ filters: { sort }, locale: "ar", cursor: at });
      const { rows } = await connections.query({ text: `explain (analyze, format json) ${text}`, values });
      const plan = JSON.stringify(rows[0]);
      expect(plan).toContain(`"${index}"`);
      expect(plan).not.toMatch(/Seq Scan|"Sort"/);
      const read = [...plan.matchAll(/"Actual Rows":([\d.]+),"Actual Loops":([\d.]+)/g)];
      for (const [, count, loops] of read) expect(Number(count) * Number(loops)).toBeLessThanOrEqual(60);
    }
  }
});

test("a search is answered from the index of words, a slip from the index of trigrams", async () => {
  const { connections } = database;
  const explain = async (condition: string) =>
    JSON.stringify((await connections.query(`explain (format json) select from "CourseText" where ${condition}`)).rows);
  expect(await explain(`"searchVector" @@ search_query('طليطلة')`)).toContain("CourseText_searchVector_idx");
  expect(await explain(`'toledoo' <% "searchText"`)).toContain("CourseText_searchText_idx");
});

test("a page is one query and its counts another, asked once", async () => {
  const { db } = database;
  await db.$queryRaw(Prisma.sql`select 1`);
  const queries = vi.spyOn(pg.Client.prototype, "query");
  await findCourses({ db, locale: "tr" }, { subject: "history", sort: "title" });
  expect(queries).toHaveBeenCalledTimes(1);
  await countCourses({ db, locale: "ar" }, { subject: "history" });
  await countCourses({ db, locale: "ar" }, { subject: "history" });
  expect(queries).toHaveBeenCalledTimes(2);
  queries.mockRestore();
});

test("a count says how many courses a choice would leave, given the other choices", async () => {
  const counts = await countCourses({ db: database.db, locale: "fr" }, { subject: "history", price: "paid" });
  expect(counts.total).toBe(500);
  expect(counts.facets.price).toEqual([
    expect.objectContaining({ value: "free", count: 500 }),
    expect.objectContaining({ value: "paid", count: 500 }),
  ]);
  expect(counts.facets.subject).toEqual([
    expect.objectContaining({ value: "history", name: { text: "History", locale: "en" }, count: 500 }),
  ]);
});

test("whatever stands in the address, the catalogue answers", async () => {
  const names = ["q", "subject", "level", "language", "price", "instructor", "sort", "cursor"];
  const text = fc
    .oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("title", "newest", ""))
    .map((s) => s.toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), async (search) => {
      const filters = courseFiltersSchema.parse(search);
      await expect(findCourses({ db: database.db, locale: "en" }, filters)).resolves.toBeTruthy();
    }),
    { numRuns: 100 },
  );
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const id = "0199b5a0-0000-7000-8000-000000000001";
  for (const bad of [
    cursor(null),
    cursor({ sort: "newest", key: "yesterday", id, direction: "after" }),
    cursor({ sort: "shortest", key: 1e12, id, direction: "after" }),
    cursor({ sort: "newest", key: "2026-01-01T00:00:00Z", id: "1; drop table", direction: "after" }),
  ]) {
    const page = await findCourses({ db: database.db, locale: "en" }, { cursor: bad });
    expect(page.previous).toBeUndefined();
    expect(page.courses).toHaveLength(COURSES_PER_PAGE);
  }
});
