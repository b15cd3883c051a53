import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPricedCourse } from "#tests/factories/order.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loader as loadCatalogue } from "./catalogue.tsx";
import { loader as loadCourse } from "./course.tsx";
import { loader as loadHome } from "./home.tsx";
import { loader as loadInstructor } from "./instructor.tsx";
import { loader as loadProgramme } from "./programme.tsx";
import { loader as loadRobots } from "./robots.ts";
import { loader as loadSitemap } from "./sitemap.ts";

const database = openTestDatabase();
let course: string;
let handle: string;

beforeAll(async () => {
  const { db } = database;
  const created = await createCourse(db);
  const { instructor } = await createInstructor(db);
  course = created.course.slug;
  handle = instructor.handle;
  await db.courseInstructor.create({
    data: { courseId: created.course.id, instructorId: instructor.id, role: "owner" },
  });
  await db.programme.create({
    data: {
      slug: "diploma",
      titles: { ar: "دبلوم" },
      summaries: { ar: "ملخص" },
      courses: { create: { courseId: created.course.id, position: 1 } },
    },
  });
});

const request = (path: string, params: Record<string, string> = {}) => pageRequest({ db: database.db, path, params });

test("every public page is the same for all guests and asks the database five times at most", async () => {
  for (const { load, path, params } of [
    { load: loadHome, path: "/", params: {} },
    { load: loadCatalogue, path: "/courses?q=jerusalem&subject=history&sort=title", params: {} },
    { load: loadCourse, path: `/en/courses/${course}`, params: { locale: "en", course } },
    { load: loadProgramme, path: "/programmes/diploma", params: { programme: "diploma" } },
    { load: loadInstructor, path: `/fr/instructors/${handle}`, params: { locale: "fr", handle } },
  ]) {
    const { args, web } = request(path, params);
    const queries = vi.spyOn(pg.Client.prototype, "query");
    await load(args);
    expect([path, web.sameForGuests]).toEqual([path, true]);
    expect(queries.mock.calls.length).toBeGreaterThan(0);
    expect(queries.mock.calls.length).toBeLessThanOrEqual(5);
    queries.mockRestore();
  }
});

test("the home page counts what is there", async () => {
  const home = await loadHome(request("/").args);
  expect(home.facts).toEqual({ courses: 1, lessons: 3, languages: 2 });
  expect(home.courses.map(({ slug }) => slug)).toEqual([course]);
  expect(home.current).toBeUndefined();
});

test("a form's empty fields are left out of the address, which keeps its language", async () => {
  const { args } = request("/en/courses?q=&subject=history&level=&sort=newest", { locale: "en" });
  await expect(loadCatalogue(args)).rejects.toSatisfy(
    (answer) => answer instanceof Response && answer.headers.get("Location") === "/en/courses?subject=history",
  );
});

test("a former slug leads to the course for good, in the language of the address", async () => {
  const { db } = database;
  const { id } = await db.course.findUniqueOrThrow({ where: { slug: course } });
  await db.courseFormerSlug.create({ data: { slug: "former", courseId: id } });
  const { args } = request("/tr/courses/former", { locale: "tr", course: "former" });
  await expect(loadCourse(args)).rejects.toSatisfy(
    (answer) =>
      answer instanceof Response && answer.status === 301 && answer.headers.get("Location") === `/tr/courses/${course}`,
  );
});

test("a course says of itself what schema.org asks, in the language of the page", async () => {
  const { jsonLd } = await loadCourse(request(`/en/courses/${course}`, { locale: "en", course }).args);
  expect(jsonLd).toMatchObject({
    "@type": "Course",
    name: "Jerusalem through the ages",
    url: `https://academy.example/en/courses/${course}`,
    inLanguage: ["ar", "en"],
    isAccessibleForFree: true,
    offers: { price: "0.00", priceCurrency: "USD", category: "Free" },
    hasCourseInstance: [{ "@type": "CourseInstance", courseMode: "Online", courseWorkload: "PT30M" }],
  });
});

test("a course that costs something says the prices that hold now, of each cohort its own, and until when", async () => {
  const { course: made } = await createPricedCourse(database.db);
  const cohort = await createCohort(database.db, { courseId: made.id });
  const endsAt = new Date(Date.now() + 86_400_000);
  await database.db.price.createMany({
    data: [
      { amount: 3_990, currency: "USD", courseId: made.id, endsAt },
      { amount: 25_000, currency: "JOD", cohortId: cohort.id },
    ],
  });
  const { jsonLd } = await loadCourse(request(`/en/courses/${made.slug}`, { locale: "en", course: made.slug }).args);
  const early = { price: "39.90", priceCurrency: "USD", category: "Paid", validThrough: endsAt.toISOString() };
  const winter = { price: "25.000", priceCurrency: "JOD", category: "Paid" };
  expect(jsonLd).toMatchObject({
    isAccessibleForFree: false,
    offers: [early, winter],
    hasCourseInstance: [{ offers: early }, { name: "Winter 2027", offers: winter }],
  });
});

test("robots are shown the map and kept out of one's own rooms", async () => {
  const robots = await loadRobots(request("/robots.txt").args);
  const text = await robots.text();
  expect(text).toContain("Sitemap: https://academy.example/sitemap.xml");
  for (const path of ["/account", "/ar/account", "/en/learn$"]) expect(text).toContain(`Disallow: ${path}\n`);
  // A star would close courses whose names begin so: /en/courses/teaching-…
  expect(text).not.toContain("*/");
  const sitemap = await loadSitemap(request("/sitemap.xml").args);
  expect(sitemap.headers.get("Content-Type")).toContain("application/xml");
  expect(await sitemap.text()).toContain(`<loc>https://academy.example/ar/courses/${course}</loc>`);
  await expect(loadSitemap(request("/sitemap.xml?file=9").args)).rejects.toMatchObject({ init: { status: 404 } });
});
