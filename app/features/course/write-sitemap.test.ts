import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { countSitemapFiles, findSitemapPages } from "./find-sitemap.server.ts";
import { writeSitemap, writeSitemapIndex } from "./write-sitemap.ts";

const database = openTestDatabase();

test("every page stands there once for each language, with all seven and a default beside it", () => {
  const xml = writeSitemap({
    pages: [{ path: "/courses/a", changedAt: new Date(0) }],
    origin: "https://a.example",
    languages: locales,
  });
  expect(xml.match(/<url>/g)).toHaveLength(7);
  expect(xml.match(/<xhtml:link/g)).toHaveLength(7 * 8);
  expect(xml).toContain("<loc>https://a.example/ur/courses/a</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>");
  expect(xml).toContain('hreflang="x-default" href="https://a.example/courses/a"');
});

test("a large map is a list of its files", () => {
  const xml = writeSitemapIndex({ files: 3, origin: "https://a.example" });
  expect(xml).toContain("<loc>https://a.example/sitemap.xml?file=3</loc>");
});

test("the map has the published courses and those who teach them, and nothing hidden", async () => {
  const { db } = database;
  const [open, hidden] = [await createCourse(db), await createCourse(db)];
  await db.course.update({ where: { id: hidden.course.id }, data: { state: "draft" } });
  const [teacher, other] = [await createInstructor(db), await createInstructor(db)];
  const teach = (courseId: string, instructorId: string) => ({ courseId, instructorId, role: "owner" as const });
  await db.courseInstructor.createMany({
    data: [teach(open.course.id, teacher.instructor.id), teach(hidden.course.id, other.instructor.id)],
  });
  expect(await countSitemapFiles({ db })).toBe(1);
  expect((await findSitemapPages({ db }, { file: 1 })).map(({ path }) => path)).toEqual([
    "/",
    "/courses",
    `/courses/${open.course.slug}`,
    `/instructors/${teacher.instructor.handle}`,
  ]);
});
